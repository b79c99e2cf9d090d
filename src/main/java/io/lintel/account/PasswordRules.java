package io.lintel.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be. Length and a block list, no demand for digits or signs (NIST SP 800-63B-4, 3.1.1.2).
 * Immutable.
 */
public final class PasswordRules {

    public static final int MIN_CHARACTERS = 12;
    public static final int MAX_CHARACTERS = 256;

    /** A password with fewer different characters is a pattern, not a secret. */
    private static final int MIN_DIFFERENT = 5;

    private final Set<String> common;

    private PasswordRules(Set<String> common) {
        this.common = common;
    }

    /** With the shipped list of the most common passwords that are long enough to pass otherwise. */
    public static PasswordRules shipped() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            return new PasswordRules(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRules::skeleton)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the password may be used. */
    public Set<PasswordFlaw> flaws(UserName name, String password) {
        Set<PasswordFlaw> flaws = EnumSet.noneOf(PasswordFlaw.class);
        int length = password.codePointCount(0, password.length());
        if (length > MAX_CHARACTERS) {
            flaws.add(PasswordFlaw.TOO_LONG);
            return flaws;
        }
        if (length < MIN_CHARACTERS) {
            flaws.add(PasswordFlaw.TOO_SHORT);
        }
        String skeleton = skeleton(password);
        if (common.contains(skeleton)) {
            flaws.add(PasswordFlaw.COMMON);
        }
        if (isLike(name, skeleton)) {
            flaws.add(PasswordFlaw.LIKE_USER_NAME);
        }
        if (isMonotonous(password)) {
            flaws.add(PasswordFlaw.MONOTONOUS);
        }
        return flaws;
    }

    /** @throws AccountException naming every flaw, if there is one */
    void check(UserName name, String password) {
        Set<PasswordFlaw> flaws = flaws(name, password);
        if (!flaws.isEmpty()) {
            throw new AccountException(
                    "This password cannot be used: "
                            + flaws.stream().map(PasswordFlaw::sentence).collect(Collectors.joining(". ")),
                    "choose another one; a few random words work well");
        }
    }

    /** Decorations that guessers undo first: case, spaces, signs, and the usual digits for letters. */
    private static String skeleton(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return plain.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** True when little is left of the password once the user name is taken away. */
    private static boolean isLike(UserName name, String skeleton) {
        String nameSkeleton = skeleton(name.value());
        return nameSkeleton.length() >= 3 && skeleton.replace(nameSkeleton, "").length() < MIN_DIFFERENT;
    }

    private static boolean isMonotonous(String password) {
        int[] characters = password.toLowerCase(Locale.ROOT).codePoints().toArray();
        if (characters.length == 0) {
            return false;
        }
        long different = java.util.Arrays.stream(characters).distinct().count();
        int steady = 0;
        for (int i = 2; i < characters.length; i++) {
            if (characters[i] - characters[i - 1] == characters[i - 1] - characters[i - 2]) {
                steady++;
            }
        }
        return different < MIN_DIFFERENT || steady > characters.length / 2;
    }
}
