package io.lintel.schedule;

import io.lintel.system.LintelException;

/** A time, a period or a calendar file that cannot be understood. */
public final class ScheduleFormatException extends LintelException {

    private static final long serialVersionUID = 1L;

    public ScheduleFormatException(String what, String remedy) {
        super(what, remedy);
    }

    public ScheduleFormatException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
