package io.lintel.timetable;

/** Something before and after a change: what the audit log needs. @param <T> what was changed */
public record Changed<T>(T before, T after) {

    public boolean isChange() {
        return !before.equals(after);
    }
}
