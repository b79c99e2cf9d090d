/** The command line: one class for each command. */
@NullMarked
package io.lintel.cli;

import org.jspecify.annotations.NullMarked;
