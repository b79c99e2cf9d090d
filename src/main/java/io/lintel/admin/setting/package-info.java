/** Pages that show and change the settings. */
@NullMarked
package io.lintel.admin.setting;

import org.jspecify.annotations.NullMarked;
