@NullMarked
package io.lintel.admin.guard;

import org.jspecify.annotations.NullMarked;
