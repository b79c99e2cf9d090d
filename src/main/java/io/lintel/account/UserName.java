package io.lintel.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What someone types to sign in. Compared without regard to case and Unicode form, so {@code Anna} and {@code anna} are one
 * account.
 *
 * @param value lower case, NFKC, 2 to 64 letters, digits and {@code . _ - @ +}
 */
public record UserName(String value) {

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
