/**
 * Puts the product together: the only package that knows both the framework (CDI, settings) and the plain packages; health
 * checks and metrics.
 */
@NullMarked
package io.lintel.wiring;

import org.jspecify.annotations.NullMarked;
