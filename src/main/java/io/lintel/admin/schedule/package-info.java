/** Pages about schedules, groups and holidays. */
@NullMarked
package io.lintel.admin.schedule;

import org.jspecify.annotations.NullMarked;
