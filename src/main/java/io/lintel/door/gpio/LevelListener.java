package io.lintel.door.gpio;

/** Hears an input line, on the {@link EdgeWatcher}'s thread; must not block it. */
public interface LevelListener {

    /** The line's level, after debouncing; may repeat. */
    void level(boolean active);

    /** The line cannot be read any more; a later {@link #level} says that it can again. */
    void failed(String why);
}
