package io.lintel.service;

import io.lintel.system.Kebab;
import java.util.Arrays;
import java.util.Optional;

/** What people may order of the door. */
public enum DoorOrder {
    /** One pulse. */
    OPEN,
    /** One pulse, to hear whether the relay clicks. */
    TEST,
    /** Stay unlocked. */
    UNLOCK,
    /** Stay locked. */
    LOCK,
    /** End either. */
    RELEASE,
    LOCK_DOWN,
    END_LOCK_DOWN;

    /** As it is written in addresses: lower case with hyphens. */
    public String word() {
        return Kebab.of(this);
    }

    public static Optional<DoorOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }
}
