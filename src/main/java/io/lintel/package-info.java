/** The program's entry point: reads the command line and starts Quarkus only for commands that need a service. */
@NullMarked
package io.lintel;

import org.jspecify.annotations.NullMarked;
