/** What every page shares: layout, menu, flash messages, time formats and paging. */
@NullMarked
package io.lintel.admin.page;

import org.jspecify.annotations.NullMarked;
