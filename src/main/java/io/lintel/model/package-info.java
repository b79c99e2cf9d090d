@NullMarked
package io.lintel.model;

import org.jspecify.annotations.NullMarked;
