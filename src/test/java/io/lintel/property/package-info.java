/**
 * Property tests: {@link io.lintel.property.Property} marks a test that many generated cases run through. A failing case is
 * reduced to a small one and reported with the seed that repeats it. See docs/decisions/0131-property-tests-without-a-library.md.
 */
@NullMarked
package io.lintel.property;

import org.jspecify.annotations.NullMarked;
