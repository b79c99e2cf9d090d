@NullMarked
package io.lintel.admin.setting;

import org.jspecify.annotations.NullMarked;
