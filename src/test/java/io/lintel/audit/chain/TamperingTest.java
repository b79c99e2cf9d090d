package io.lintel.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperingTest {

    @TempDir
    Path folder;

    private SignedLog signed;

    @BeforeEach
    void open() {
        signed = new SignedLog(folder.resolve("lintel.db"));
    }

    @AfterEach
    void close() {
        signed.close();
    }

    @Test
    void aLogThatNobodyTouchedIsIntact() {
        signed.append(20).append(5).keeper.close();

        ChainVerification result = signed.verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.rows()).isEqualTo(25);
        assertThat(result.signedTo()).isEqualTo(25);
        assertThat(result.key()).isEqualTo(signed.log.publicKey().text());
    }

    @Test
    void anAlteredRowIsNamed() throws SQLException {
        signed.append(20).tamper("UPDATE audit_event SET person = 99 WHERE seq = 7");

        assertFinds(Fault.ALTERED, 7, 7);
    }

    @Test
    void anAlteredTimeIsNamed() throws SQLException {
        signed.append(20).tamper("UPDATE audit_event SET at = at + 1 WHERE seq = 7");

        assertFinds(Fault.ALTERED, 7, 7);
    }

    @Test
    void removedRowsAreNamed() throws SQLException {
        signed.append(20).tamper("DELETE FROM audit_event WHERE seq IN (4, 5)");

        assertFinds(Fault.REMOVED, 4, 5);
    }

    @Test
    void rowsRemovedWithTheirPartOfTheChainAreNamed() throws SQLException {
        signed.append(20)
                .tamper("DELETE FROM audit_event WHERE seq IN (4, 5)", "DELETE FROM audit_chain WHERE seq IN (4, 5)");

        assertFinds(Fault.REMOVED, 4, 5);
    }

    @Test
    void aReplayedRowIsNamed() throws SQLException {
        signed.append(20)
                .tamper("INSERT INTO audit_event (at, kind, person, reason, actor, details)"
                        + " SELECT at, kind, person, reason, actor, details FROM audit_event WHERE seq = 3");

        assertFinds(Fault.INSERTED, 21, 21);
    }

    @Test
    void aReplayedRowWithItsPartOfTheChainIsNamed() throws SQLException {
        signed.append(20)
                .tamper(
                        "INSERT INTO audit_event (at, kind, person, reason, actor, details)"
                                + " SELECT at, kind, person, reason, actor, details FROM audit_event WHERE seq = 20",
                        "INSERT INTO audit_chain SELECT 21, salts, hash FROM audit_chain WHERE seq = 20");

        assertFinds(Fault.ALTERED, 21, 21);
    }

    @Test
    void swappedRowsAreNamed() throws SQLException {
        signed.append(20)
                .tamper(
                        "UPDATE audit_event SET seq = 1000 WHERE seq = 5",
                        "UPDATE audit_event SET seq = 5 WHERE seq = 9",
                        "UPDATE audit_event SET seq = 9 WHERE seq = 1000",
                        "UPDATE sqlite_sequence SET seq = 20 WHERE name = 'audit_event'");

        assertFinds(Fault.REORDERED, 5, 9);
    }

    @Test
    void aTailRewrittenWithAFreshChainIsNotWhatWasSigned() throws SQLException {
        signed.append(20);
        signed.tamper("UPDATE audit_event SET person = 99 WHERE seq = 15", "DELETE FROM audit_chain WHERE seq >= 15");
        chainAnew();

        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsOnly(Fault.REWRITTEN);
    }

    /** As somebody who knows the format and not the key would. */
    private void chainAnew() throws SQLException {
        signed.tamper("UPDATE audit_chain_start SET unchained_to = 1000000");
        ChainStore.chainOld(signed.opened.database(), () -> new byte[RowHash.SALT_LENGTH]);
    }

    @Test
    void aCutTailIsFoundByTheHeadBesideTheDatabase() throws SQLException {
        signed.append(20)
                .tamper(
                        "DELETE FROM audit_event WHERE seq > 12",
                        "DELETE FROM audit_chain WHERE seq > 12",
                        "UPDATE sqlite_sequence SET seq = 12 WHERE name = 'audit_event'",
                        "DELETE FROM audit_checkpoint WHERE seq > 12");

        assertFinds(Fault.CUT_OFF, 13, 20);
    }

    @Test
    void anOlderFileInTheDatabasesPlaceIsFoundNowAndAfterTheNextStart() throws IOException {
        signed.append(10).keeper.close();
        signed.opened.database().emptyLog();
        Path older = Files.copy(signed.file, folder.resolve("older"));
        signed.append(10).keeper.close();
        signed.close();
        Files.deleteIfExists(folder.resolve("lintel.db-wal"));
        Files.copy(older, signed.file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        signed = new SignedLog(signed.file);
        assertFinds(Fault.CUT_OFF, 11, 20);

        signed.append(30);
        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsExactly(Fault.CONTRADICTED);
        assertThat(signed.log
                        .newest(AuditFilter.ALL.withKinds(Set.of(AuditKind.LOG_GAP)), 10)
                        .rows())
                .extracting(row -> row.event().reason())
                .containsExactly("rows-missing");
    }

    @Test
    void aLogWhoseSignaturesAndHeadWereDeletedSaysThatItWasBegunAnew() throws Exception {
        signed.append(10).tamper("DELETE FROM audit_checkpoint");
        Files.delete(folder.resolve("lintel-audit.head"));
        signed.close();

        signed = new SignedLog(signed.file);
        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsExactly(Fault.NOT_SIGNED);
        signed.append(1);

        assertThat(signed.log.newest(AuditFilter.ALL, 10).rows())
                .extracting(row -> row.event().reason())
                .contains("begun-anew");
    }

    @Test
    void aLogOfAnotherKeyIsNotTrustedUnlessThatKeyIsGiven() throws IOException {
        signed.append(10).keeper.close();
        PublicAuditKey before = signed.log.publicKey();
        Files.delete(folder.resolve("lintel-audit.key"));

        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsOnly(Fault.UNKNOWN_KEY);
        signed.log.publicKey();
        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsOnly(Fault.UNKNOWN_KEY);
        assertThat(signed.log.verify(List.of(before), null).findings()).isEmpty();
    }

    @Test
    void theKeyIsForItsOwnerOnly() throws IOException {
        signed.append(1);
        Path key = folder.resolve("lintel-audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(signed.log::publicKey).isInstanceOf(LintelException.class);
    }

    @Test
    void whatWasNotedElsewhereHasToBeInTheLog() {
        signed.append(10);
        ChainVerification then = signed.verify();
        signed.append(10);
        NotedHash noted = NotedHash.parse(then.last() + ":" + then.hash()).orElseThrow();
        NotedHash other = new NotedHash(noted.seq(), HexFormat.of().parseHex("00".repeat(32)));

        assertThat(signed.log.verify(List.of(), noted).findings()).isEmpty();
        assertThat(signed.log.verify(List.of(), other).findings())
                .extracting(ChainFinding::fault)
                .containsExactly(Fault.REWRITTEN);
    }

    @Test
    void retentionLeavesATombstoneAndNoBreak() {
        signed.append(10);
        assertThat(signed.log.purge(SignedLog.NOON.plusSeconds(240), "retention"))
                .isEqualTo(4);
        assertThat(signed.log.purge(SignedLog.NOON.plusSeconds(420), "retention"))
                .isEqualTo(3);
        signed.append(5);

        ChainVerification result = signed.verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.tombstones()).isEqualTo(2);
        assertThat(result.first()).isEqualTo(8);
    }

    @Test
    void aLogThatWasPurgedToItsEndGoesOn() {
        signed.append(10);
        signed.now = signed.now.plusSeconds(86400);
        signed.log.purge(signed.now, "retention");
        signed.append(3);

        assertThat(signed.verify().findings()).isEmpty();
        assertThat(signed.verify().first()).isEqualTo(11);
    }

    @Test
    void rowsDeletedAsIfByRetentionLackItsSignature() throws SQLException {
        signed.append(10)
                .tamper(
                        "UPDATE audit_retention SET purged_to = 4",
                        "DELETE FROM audit_event WHERE seq <= 4",
                        "DELETE FROM audit_chain WHERE seq <= 4");

        assertThat(signed.verify().findings().getFirst())
                .extracting(ChainFinding::fault, ChainFinding::first, ChainFinding::last)
                .containsExactly(Fault.REMOVED, 1L, 4L);
    }

    @Test
    void anErasedNameIsGoneFromTheDiskAndTheChainHolds() throws IOException {
        AuditRow row = signed.log.append(
                AuditEvent.of(AuditKind.SIGNED_IN, "Rumpelstiltskin").about(3));
        signed.append(5);

        assertThat(signed.log.erase(row.seq(), EnumSet.of(PersonalField.ACTOR), "cli:root"))
                .isTrue();
        assertThat(signed.log.erase(row.seq(), EnumSet.of(PersonalField.PERSON), "cli:root"))
                .isTrue();
        signed.append(5);

        AuditEvent left = signed.log.row(row.seq()).orElseThrow().event();
        assertThat(left.actor()).isEqualTo("erased");
        assertThat(left.person()).isNull();
        assertThat(signed.verify().findings()).isEmpty();
        assertThat(signed.verify().erased()).isEqualTo(1);
        for (Path each : List.of(signed.file, folder.resolve("lintel.db-wal"))) {
            assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Rumpelstiltskin");
        }
        assertThat(signed.log.erase(999, EnumSet.of(PersonalField.ACTOR), "cli:root"))
                .isFalse();
    }

    @Test
    void aNameWrittenIntoAnErasedFieldIsNamed() throws SQLException {
        signed.append(5).log.erase(2, EnumSet.of(PersonalField.ACTOR), "cli:root");
        signed.append(1).tamper("UPDATE audit_event SET actor = 'mallory' WHERE seq = 2");

        assertFinds(Fault.ALTERED, 2, 2);
    }

    @Test
    void anErasureThatTheKeyDidNotSignIsForged() throws SQLException {
        signed.append(5).log.erase(2, EnumSet.of(PersonalField.ACTOR), "cli:root");
        signed.append(1).tamper("UPDATE audit_erasure SET fields = 3");

        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).contains(Fault.FORGED);
    }

    @Test
    void rowsFromBeforeThereWasAChainAreChainedAlsoAfterAnInterruption() throws SQLException {
        signed.append(30);
        signed.tamper(
                "DELETE FROM audit_chain",
                "DELETE FROM audit_checkpoint",
                "UPDATE audit_chain_start SET unchained_to = 30");
        signed.opened.database().write(sql -> ChainStore.chainOld(sql, 12, () -> new byte[RowHash.SALT_LENGTH]));
        assertThat(newestInChain()).isEqualTo(12);
        signed.close();

        signed = new SignedLog(signed.file);
        assertThat(newestInChain()).isEqualTo(30);
        assertThat(signed.verify().findings()).noneMatch(finding -> finding.fault() == Fault.INSERTED);
    }

    @Test
    void aDeletedCheckpointIsNamed() throws SQLException {
        signed.append(5).keeper.close();
        signed.append(5).keeper.close();
        signed.append(5).keeper.close();
        signed.tamper("DELETE FROM audit_checkpoint WHERE id = 2");

        assertThat(signed.verify().findings()).extracting(ChainFinding::fault).containsExactly(Fault.FORGED);
    }

    private long newestInChain() {
        return signed.opened.database().read(ChainStore::newest).seq();
    }

    private void assertFinds(Fault fault, long first, long last) {
        Optional<ChainFinding> found = signed.verify().findings().stream()
                .filter(finding -> finding.fault() == fault)
                .filter(finding -> finding.first() == first && finding.last() == last)
                .findFirst();
        assertThat(found).as("%s in %s", fault, signed.verify().findings()).isPresent();
    }
}
