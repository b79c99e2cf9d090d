package io.lintel.account;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What someone types to sign in. Compared without regard to case and Unicode form, so {@code Anna} and {@code anna} are one
 * account.
 *
 * @param value lower case, NFKC, 2 to 64 letters, digits and {@code . _ - @ +}
 */
public record UserName(String value) {

    /** Who acts in the log without being an account. */
    private static final Set<String> OF_THE_PROGRAM = Set.of(
            "console",
            "door",
            "system",
            "retention",
            "demo",
            "lintel",
            "clock",
            "camera",
            "schedule",
            "token",
            "unknown",
            "set-up",
            "setup",
            "recognition",
            "database",
            "nobody",
            "anonymous");

    private static final String CYRILLIC_AND_GREEK = "аеорсухіјѕԁһкмптвοαεικντυρ";
    private static final String AS_LATIN = "aeopcyxijsdhkmntboaeikvtup";

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@+-]{2,64}");

    public UserName {
        if (!isWellFormed(value)) {
            throw new AccountException(
                    "This cannot be a user name", "use 2 to 64 letters, digits and . _ - @ +, without spaces");
        }
    }

    /** @throws AccountException if it cannot be a user name */
    public static UserName of(String typed) {
        return new UserName(canonical(typed));
    }

    /**
     * What is asked of a name that is given from now on; accounts that have another one keep it. The log must say clearly who did something:
     * so no name of a part of the program, and no letters of two scripts that look alike.
     *
     * @throws AccountException if it may not be given
     */
    void checkNew() {
        if (OF_THE_PROGRAM.contains(value)) {
            throw new AccountException(
                    "The log calls a part of the program " + value + ", so no account can have this name",
                    "choose another one");
        }
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        value.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .map(UserName::family)
                .forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        scripts.remove(Character.UnicodeScript.INHERITED);
        if (scripts.size() > 1 || isLookAlike()) {
            throw new AccountException(
                    "This name mixes letters of several scripts, or looks like a name of the program",
                    "use the letters of one script");
        }
    }

    /** Written together in Japanese, Korean and Chinese. */
    private static Character.UnicodeScript family(Character.UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA, BOPOMOFO, HANGUL -> Character.UnicodeScript.HAN;
            default -> script;
        };
    }

    /** Letters of one script, and still to be taken for a name of the program: Cyrillic ԁ, е, м and о are enough for one of them. */
    private boolean isLookAlike() {
        StringBuilder latin = new StringBuilder();
        value.codePoints().forEach(letter -> {
            int known = CYRILLIC_AND_GREEK.indexOf(letter);
            latin.appendCodePoint(known < 0 ? letter : AS_LATIN.charAt(known));
        });
        return !latin.toString().equals(value) && OF_THE_PROGRAM.contains(latin.toString());
    }

    /** Empty for what no account can be called. */
    public static Optional<UserName> parse(String typed) {
        String canonical = canonical(typed);
        return isWellFormed(canonical) ? Optional.of(new UserName(canonical)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonical(String typed) {
        String bounded = typed.length() > 1_000 ? typed.substring(0, 1_000) : typed;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isWellFormed(String value) {
        return ALLOWED.matcher(value).matches() && value.equals(canonical(value));
    }
}
