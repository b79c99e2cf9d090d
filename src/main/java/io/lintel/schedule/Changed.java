package io.lintel.schedule;

/** A value before and after a change, for the audit log. @param <T> what was changed */
public record Changed<T>(T before, T after) {

    public boolean isChange() {
        return !before.equals(after);
    }
}
