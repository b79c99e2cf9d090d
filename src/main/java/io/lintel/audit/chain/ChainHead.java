package io.lintel.audit.chain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the log has come, signed, as it stands in a file beside the database. Arrays are not copied: do not change them.
 *
 * @param checkpoint the id of the newest checkpoint
 * @param seq the newest row
 * @param hash of that row
 * @param at milliseconds since 1970, UTC
 */
public record ChainHead(long checkpoint, long seq, byte[] hash, long at, Signed signed) {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern LINE = Pattern.compile("lintel-audit-head-1 (\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64})"
            + " (\\d{1,18}) ([0-9a-f]{16}) ([0-9a-f]{128})\\n");

    static byte[] statement(long checkpoint, long seq, byte[] hash, long at) {
        return Canonical.sha256("lintel.audit.head.1")
                .number(checkpoint)
                .number(seq)
                .bytes(hash)
                .number(at)
                .hash();
    }

    byte[] statement() {
        return statement(checkpoint, seq, hash, at);
    }

    String line() {
        return "lintel-audit-head-1 %d %d %s %d %s %s\n"
                .formatted(
                        checkpoint,
                        seq,
                        HEX.formatHex(hash),
                        at,
                        HEX.formatHex(signed.key()),
                        HEX.formatHex(signed.signature()));
    }

    /** Empty if it is no such line. */
    static Optional<ChainHead> parse(String text) {
        Matcher line = LINE.matcher(text);
        return line.matches()
                ? Optional.of(new ChainHead(
                        Long.parseLong(line.group(1)),
                        Long.parseLong(line.group(2)),
                        HEX.parseHex(line.group(3)),
                        Long.parseLong(line.group(4)),
                        new Signed(HEX.parseHex(line.group(5)), HEX.parseHex(line.group(6)))))
                : Optional.empty();
    }
}
