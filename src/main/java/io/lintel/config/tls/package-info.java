@NullMarked
package io.lintel.config.tls;

import org.jspecify.annotations.NullMarked;
