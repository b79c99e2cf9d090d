/** The web pages of the people who run the box. */
@NullMarked
package io.lintel.admin;

import org.jspecify.annotations.NullMarked;
