/** When people may enter: schedules, periods, groups and holidays, their stores, and the door's own schedule. */
@NullMarked
package io.lintel.schedule;

import org.jspecify.annotations.NullMarked;
