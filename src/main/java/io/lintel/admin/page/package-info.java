@NullMarked
package io.lintel.admin.page;

import org.jspecify.annotations.NullMarked;
