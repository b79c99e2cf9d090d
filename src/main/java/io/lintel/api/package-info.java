@NullMarked
package io.lintel.api;

import org.jspecify.annotations.NullMarked;
