package io.lintel.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.storage.TestDatabase;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random alterations of a real log: each is found, or changes nothing that anybody can see. More with {@code -Dproperty.factor=50}. */
class AlterationsTest {

    private static final int TRIES = 100 * Integer.getInteger("property.factor", 1);
    private static final int ROWS = 200;

    @TempDir
    Path folder;

    private final long seed =
            Long.getLong("property.seed", RandomGenerator.getDefault().nextLong());
    private final RandomGenerator random = new java.util.Random(seed);
    private Path file;
    private List<String> original;
    private byte[] database;

    @BeforeEach
    void makeALog() throws IOException {
        file = folder.resolve("lintel.db");
        try (SignedLog signed = new SignedLog(file)) {
            signed.append(50);
            signed.log.purge(SignedLog.NOON.plusSeconds(600), "retention");
            signed.now = SignedLog.NOON; // the clock is set back once
            signed.append(ROWS / 2).keeper.close();
            signed.log.erase(30, EnumSet.of(PersonalField.DETAILS), "cli:root");
            signed.append(ROWS / 2).keeper.close();
            signed.opened.database().emptyLog();
        }
        database = Files.readAllBytes(file);
        try (TestDatabase opened = TestDatabase.open(file)) {
            AuditLog log = new AuditLog(opened.database(), () -> Instant.EPOCH);
            assertThat(log.verify(List.of(), null).findings()).isEmpty();
            original = visible(log);
        }
    }

    @Test
    void aBitThatIsFlippedInTheFileIsFoundOrHarmless() throws IOException {
        int found = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] altered = database.clone();
            int bit = random.nextInt(altered.length * 8);
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            restore(altered);

            boolean isFound = isFound();

            assertThat(isFound || isHarmless())
                    .as("bit %d of seed %d", bit, seed)
                    .isTrue();
            found += isFound ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    @Test
    void aBitThatIsFlippedInTheHeadIsFound() throws IOException {
        restore(database);
        Path head = folder.resolve("lintel-audit.head");
        byte[] text = Files.readAllBytes(head);
        for (int i = 0; i < Math.min(TRIES, 100); i++) {
            byte[] altered = text.clone();
            int bit = random.nextInt(altered.length * 8);
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(head, altered);

            assertThat(isFound()).as("bit %d of seed %d", bit, seed).isTrue();
        }
    }

    @Test
    void anAlteredRowIsFoundOrHarmless() throws IOException, SQLException {
        for (int i = 0; i < TRIES; i++) {
            restore(database);
            List<String> statements = alteration();
            try (SignedLog signed = new SignedLog(file)) {
                signed.tamper(statements.toArray(String[]::new));
            }

            assertThat(isFound() || isHarmless())
                    .as("%s of seed %d", statements, seed)
                    .isTrue();
        }
    }

    /** What somebody who has the file and knows the format, and has not the key, would do. */
    private List<String> alteration() {
        long a = 11 + random.nextInt(ROWS + 30);
        long b = 11 + random.nextInt(ROWS + 30);
        String copy = "at, kind, person, reason, actor, details";
        return switch (random.nextInt(14)) {
            case 0 -> List.of("UPDATE audit_event SET person = coalesce(person, 0) + 1 WHERE seq = " + a);
            case 1 -> List.of("UPDATE audit_event SET reason = NULL WHERE seq = " + a);
            case 2 -> List.of("UPDATE audit_event SET details = '{\"x\":1}' WHERE seq = " + a);
            case 3 -> List.of("UPDATE audit_event SET at = at - 1 WHERE seq = " + a);
            case 4 -> List.of("DELETE FROM audit_event WHERE seq = " + a);
            case 5 -> List.of("DELETE FROM audit_event WHERE seq = " + a, "DELETE FROM audit_chain WHERE seq = " + a);
            case 6 ->
                List.of(
                        "UPDATE audit_event SET seq = -1 WHERE seq = " + a,
                        "UPDATE audit_event SET seq = " + a + " WHERE seq = " + b,
                        "UPDATE audit_event SET seq = " + b + " WHERE seq = -1");
            case 7 ->
                List.of("INSERT INTO audit_event (" + copy + ") SELECT " + copy + " FROM audit_event WHERE seq = " + a);
            case 8 ->
                List.of(
                        "INSERT INTO audit_event (" + copy + ") SELECT " + copy + " FROM audit_event WHERE seq = " + a,
                        "INSERT INTO audit_chain SELECT (SELECT max(seq) FROM audit_event), salts, hash FROM audit_chain WHERE seq = "
                                + a);
            case 9 ->
                List.of(
                        "DELETE FROM audit_event WHERE seq >= " + a,
                        "DELETE FROM audit_chain WHERE seq >= " + a,
                        "DELETE FROM audit_checkpoint WHERE seq >= " + a,
                        "UPDATE sqlite_sequence SET seq = " + (a - 1) + " WHERE name = 'audit_event'");
            case 10 ->
                List.of(
                        "UPDATE audit_retention SET purged_to = " + a,
                        "DELETE FROM audit_event WHERE seq <= " + a,
                        "DELETE FROM audit_chain WHERE seq <= " + a,
                        "UPDATE audit_tombstone SET last = " + a);
            case 11 -> List.of("UPDATE audit_checkpoint SET seq = " + a + " WHERE id = " + (1 + random.nextInt(4)));
            case 12 -> List.of("DELETE FROM audit_clock_step", "DELETE FROM audit_tombstone");
            default ->
                List.of(
                        "UPDATE audit_erasure SET seq = " + a,
                        "UPDATE audit_event SET details = '{}' WHERE seq = " + a);
        };
    }

    private boolean isFound() {
        try (TestDatabase opened = TestDatabase.open(file)) {
            return !new AuditLog(opened.database(), () -> Instant.EPOCH)
                    .verify(List.of(), null)
                    .isIntact();
        } catch (LintelException e) {
            return true; // the database cannot even be opened or read, and the message says so
        }
    }

    private boolean isHarmless() throws IOException {
        try (TestDatabase opened = TestDatabase.open(file)) {
            return visible(new AuditLog(opened.database(), () -> Instant.EPOCH)).equals(original);
        }
    }

    /** The whole log, by each kind and person and reason (each by an index of its own), and by time. */
    private static List<String> visible(AuditLog log) throws IOException {
        List<AuditFilter> filters = new ArrayList<>(List.of(AuditFilter.ALL));
        filters.add(AuditFilter.ALL.withKinds(Set.of(AuditKind.ACCESS_DENIED, AuditKind.DOOR_OPENED)));
        filters.add(AuditFilter.ALL.withPerson(2));
        filters.add(AuditFilter.ALL.withReason("code-3"));
        filters.add(AuditFilter.ALL.between(SignedLog.NOON.plusSeconds(300), SignedLog.NOON.plusSeconds(3000)));
        List<String> texts = new ArrayList<>();
        for (AuditFilter filter : filters) {
            StringBuilder text = new StringBuilder();
            log.export(filter, AuditFormat.CSV, text);
            texts.add(text.toString());
        }
        texts.add(log.check().gaps().toString());
        return texts;
    }

    private void restore(byte[] content) throws IOException {
        Files.deleteIfExists(folder.resolve("lintel.db-wal"));
        Files.deleteIfExists(folder.resolve("lintel.db-shm"));
        Path fresh = folder.resolve("fresh");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
