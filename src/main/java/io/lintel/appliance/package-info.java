/** The running product as an ordered list of components: what starts when, what stops when, how each one is. */
@NullMarked
package io.lintel.appliance;

import org.jspecify.annotations.NullMarked;
