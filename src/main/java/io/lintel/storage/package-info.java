@NullMarked
package io.lintel.storage;

import org.jspecify.annotations.NullMarked;
