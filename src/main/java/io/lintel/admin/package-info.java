@NullMarked
package io.lintel.admin;

import org.jspecify.annotations.NullMarked;
