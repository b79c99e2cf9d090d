package io.lintel.audit.chain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row and its hash, noted where nobody who has the box can change it. Written {@code 1234:} and 64 hexadecimal digits. */
public record NotedHash(long seq, byte[] hash) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    /** Empty if it is not written so. */
    public static Optional<NotedHash> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new NotedHash(
                        Long.parseLong(parts.group(1)), HexFormat.of().parseHex(parts.group(2))))
                : Optional.empty();
    }
}
