/** The page of the alarms that nobody has acknowledged yet. */
@NullMarked
package io.lintel.admin.alarm;

import org.jspecify.annotations.NullMarked;
