package io.lintel.audit.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lintel.storage.Database;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The log with its hashes and signatures as JSON Lines, which {@code verify-log.py} verifies without the box. Rows that are not wanted
 * are in it as hashes, which say nothing about them. Constant memory, in short reads. For one use by one thread.
 */
public final class ChainEvidence {

    private static final int ROWS_A_READ = 1000;
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonFactory JSON = new JsonFactory();

    private final Database database;
    private final Predicate<StoredRow> wanted;
    private final Appendable out;
    private @Nullable ChainCheckpoint next;
    private long count;

    /** @param wanted which rows are in it as they are */
    public ChainEvidence(Database database, Predicate<StoredRow> wanted, Appendable out) {
        this.database = database;
        this.wanted = wanted;
        this.out = out;
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Signs what there is now and writes all of it.
     *
     * @return how many rows are in it as they are
     */
    public long write(AuditKey key, long now) throws IOException {
        ChainCheckpoint end = ChainStore.checkpoint(database, now, "export", key);
        List<Tombstone> stones = VerificationStore.tombstones(database);
        line("begin", json -> {
            json.writeStringField("format", "lintel-audit-evidence-1");
            json.writeStringField("key", key.publicKey().text());
        });
        for (Tombstone stone : stones) {
            line("tombstone", json -> write(json, stone));
        }
        next = VerificationStore.checkpointAfter(database, Long.MIN_VALUE).orElse(null);
        long from = stones.isEmpty() ? 1 : stones.getLast().last() + 1;
        boolean more = true;
        while (more) {
            List<ChainedRow> rows = VerificationStore.rows(database, from, ROWS_A_READ);
            for (ChainedRow row : rows) {
                if (row.seq() <= end.seq()) {
                    checkpointsTo(row.seq() - 1);
                    write(row);
                }
            }
            more = rows.size() == ROWS_A_READ && rows.getLast().seq() < end.seq();
            from = rows.isEmpty() ? from : rows.getLast().seq() + 1;
        }
        checkpointsTo(end.seq());
        line("end", json -> json.writeNumberField("rows", count));
        return count;
    }

    private void checkpointsTo(long seq) throws IOException {
        for (ChainCheckpoint now = next; now != null && now.seq() <= seq; now = next) {
            ChainCheckpoint checkpoint = now;
            line("checkpoint", json -> {
                json.writeNumberField("id", checkpoint.id());
                json.writeNumberField("seq", checkpoint.seq());
                json.writeStringField("hash", HEX.formatHex(checkpoint.hash()));
                json.writeNumberField("at", checkpoint.at());
                json.writeStringField("cause", checkpoint.cause());
                write(json, checkpoint.signed());
            });
            Optional<ChainCheckpoint> following = VerificationStore.checkpointAfter(database, checkpoint.id());
            next = following.orElse(null);
        }
    }

    private void write(ChainedRow row) throws IOException {
        byte[] salts = row.salts();
        byte[] hash = row.hash();
        if (salts == null || hash == null) {
            line("unchained", json -> json.writeNumberField("seq", row.seq()));
        } else if (wanted.test(row.row())) {
            count++;
            line("row", json -> write(json, row, salts, hash));
        } else {
            line("withheld", json -> {
                json.writeNumberField("seq", row.seq());
                json.writeStringField("content", HEX.formatHex(RowHash.content(row.row(), salts, row.erasure())));
                json.writeStringField("hash", HEX.formatHex(hash));
            });
        }
    }

    private static void write(JsonGenerator json, ChainedRow row, byte[] salts, byte[] hash) throws IOException {
        json.writeNumberField("seq", row.seq());
        value(json, "at", row.row().at());
        value(json, "kind", row.row().kind());
        value(json, "reason", row.row().reason());
        value(json, "person", row.row().person());
        value(json, "actor", row.row().actor());
        value(json, "details", row.row().details());
        json.writeStringField("salts", HEX.formatHex(salts));
        json.writeStringField("hash", HEX.formatHex(hash));
        Erasure erasure = row.erasure();
        if (erasure != null) {
            json.writeObjectFieldStart("erased");
            json.writeNumberField("fields", erasure.fields());
            json.writeStringField("digests", HEX.formatHex(erasure.digests()));
            json.writeNumberField("at", erasure.at());
            write(json, erasure.signed());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Tombstone stone) throws IOException {
        json.writeNumberField("first", stone.first());
        json.writeNumberField("last", stone.last());
        json.writeNumberField("removed", stone.removed());
        json.writeStringField("before", HEX.formatHex(stone.before()));
        json.writeStringField("after", HEX.formatHex(stone.after()));
        json.writeNumberField("at", stone.at());
        write(json, stone.signed());
    }

    private static void write(JsonGenerator json, Signed signed) throws IOException {
        json.writeStringField("key", HEX.formatHex(signed.key()));
        json.writeStringField("signature", HEX.formatHex(signed.signature()));
    }

    /** Texts and whole numbers are themselves; bytes, which no column holds at present, an object. */
    private static void value(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNullField(name);
            case Number number -> json.writeNumberField(name, number.longValue());
            case byte[] blob -> {
                json.writeObjectFieldStart(name);
                json.writeStringField("blob", HEX.formatHex(blob));
                json.writeEndObject();
            }
            default -> json.writeStringField(name, value.toString());
        }
    }

    private void line(String type, Fields fields) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            fields.write(json);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }
}
