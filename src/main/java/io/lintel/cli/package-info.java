@NullMarked
package io.lintel.cli;

import org.jspecify.annotations.NullMarked;
