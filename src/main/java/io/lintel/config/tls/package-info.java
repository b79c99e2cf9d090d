/** The certificate of the web pages: made, read and checked. */
@NullMarked
package io.lintel.config.tls;

import org.jspecify.annotations.NullMarked;
