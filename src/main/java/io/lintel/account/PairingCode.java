package io.lintel.account;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Six characters that people copy from one screen to another: 31 letters and digits without those that look alike (0 O 1 I L), some 30
 * bits. Whoever confirms one is signed in, so it need not withstand guessing for long.
 */
final class PairingCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PairingCode() {}

    static String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int character = 0; character < LENGTH; character++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As people type it: in any case, with spaces or hyphens. */
    static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
