package io.lintel.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes passwords out of text that holds network addresses: the one masking for messages, pages, logs and the audit log. Rather too much
 * than too little: of an address only what is certainly scheme, host, port and path is left, and what cannot be read is hidden
 * whole.
 */
public final class AddressText {

    private static final String HIDDEN = "…";

    /**
     * An address, or what was meant as one: a scheme with one slash, or something with an @ in it. Looked for where a word begins, and schemes of a
     * bounded length, so that a long text takes time in proportion to its length.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]{0,31}+):/{1,2}(?<rest>\\S*)|(?<!\\S)\\S*@");

    private static final Pattern PLAIN = Pattern.compile(
            "(?<host>\\[[0-9A-Fa-f:.]+]|[^/?#@:\\s\"',;)]*)(?<port>:\\d{1,5})?(?<path>/[^?#\"',;)]*)?(?<query>[?#][^\"')]*)?(?<after>[\"',;:).]*)");

    private static final Pattern ARGUMENT = Pattern.compile("=[^&/]*");

    private AddressText() {}

    /** The text without users, passwords, queries and arguments. */
    public static String masked(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(address(found)));
    }

    private static String address(java.util.regex.MatchResult found) {
        String scheme = found.group(1);
        if (scheme == null) {
            return HIDDEN + "@";
        }
        String start = found.group()
                .substring(0, found.group().length() - found.group(2).length());
        String rest = found.group(2);
        int user = rest.lastIndexOf('@');
        Matcher whole = PLAIN.matcher(rest);
        // An @ may also stand in the path of an address that is otherwise plain
        if (whole.matches()
                && whole.group("query") == null
                && !isCutPassword(whole.group("host"), whole.group("port"), rest)) {
            return start + shown(whole);
        }
        if (user < 0) {
            return whole.matches() ? start + shown(whole) : start + HIDDEN;
        }
        Matcher behind = PLAIN.matcher(rest.substring(user + 1));
        return start + HIDDEN + "@" + (behind.matches() ? shown(behind) : HIDDEN);
    }

    /**
     * Whether a password that begins with digits was cut at its own /, ? or #: "rtsp://admin:2024/x@cam/1" names no host "admin". What looks like
     * the host is a user then, which has no dot, and an @ comes later.
     *
     * @param port null where there is none
     * @param rest all that stands behind, or more
     */
    public static boolean isCutPassword(String host, @Nullable String port, String rest) {
        return port != null
                && rest.indexOf('@') >= 0
                && host.indexOf('.') < 0
                && !host.startsWith("[")
                && !host.equals("localhost");
    }

    private static String shown(Matcher plain) {
        String path = orEmpty(plain.group("path"));
        return plain.group("host")
                + orEmpty(plain.group("port"))
                + ARGUMENT.matcher(path).replaceAll("=" + HIDDEN)
                + (plain.group("query") == null ? "" : "?" + HIDDEN)
                + plain.group("after");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
