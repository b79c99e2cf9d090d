@NullMarked
package io.lintel.config;

import org.jspecify.annotations.NullMarked;
