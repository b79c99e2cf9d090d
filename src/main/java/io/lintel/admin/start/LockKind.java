package io.lintel.admin.start;

import io.lintel.system.Kebab;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Optional;

/** The locks of docs/INSTALL.md, each with its wiring and its diagram. */
@TemplateData
public enum LockKind {
    STRIKE("Electric strike", "Locked without power; the handle inside always opens. The usual one.", "fail-secure"),
    MAGLOCK("Magnetic lock on an escape route", "Open without power.", "fail-safe"),
    MAGLOCK_FAIL_SECURE(
            "Magnetic lock that stays locked while the box restarts",
            "Open only without its own supply.",
            "fail-secure"),
    OPERATOR(
            "Motor lock, turnstile or sliding door",
            "Has a controller of its own, whose button input the relay closes.",
            "fail-secure");

    private final String title;
    private final String summary;
    private final String wiring;

    LockKind(String title, String summary, String wiring) {
        this.title = title;
        this.summary = summary;
        this.wiring = wiring;
    }

    static Optional<LockKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** As in addresses, and the name of its diagram. */
    public String word() {
        return Kebab.of(this);
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    /** A word of {@code lintel.door.wiring}. */
    public String wiring() {
        return wiring;
    }
}
