package io.lintel.system;

import java.util.Locale;

/** How constants of enums are written in settings, JSON, metrics and the audit log: {@code LOCKED_OUT} is {@code locked-out}. */
public final class Kebab {

    private Kebab() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
