package io.lintel.serve;

import java.util.Locale;

/** Which build of the program the {@code *IT} start. Never guessed from what happens to lie in {@code target/}. */
public enum Edition {
    JVM,
    NATIVE;

    /** {@code -Dlintel.edition=native} ({@code make native-test}) chooses the binary; else it is the JVM application. */
    public static Edition underTest() {
        return valueOf(System.getProperty("lintel.edition", "jvm").toUpperCase(Locale.ROOT));
    }

    /** As the launcher {@code ./lintel} is told in {@code LINTEL_EDITION}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
