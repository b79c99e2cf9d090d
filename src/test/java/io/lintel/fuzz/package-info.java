/** Tests of parsers with inputs that are mutated from good ones (docs/decisions/0192). */
@NullMarked
package io.lintel.fuzz;

import org.jspecify.annotations.NullMarked;
