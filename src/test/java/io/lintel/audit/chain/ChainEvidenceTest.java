package io.lintel.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real exports, verified by the program that outsiders are given. */
class ChainEvidenceTest {

    private record Answer(int code, String text) {}

    @TempDir
    Path folder;

    private SignedLog signed;

    @BeforeEach
    void open() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs python3");
        signed = new SignedLog(folder.resolve("lintel.db"));
        signed.append(12);
        signed.log.purge(SignedLog.NOON.plusSeconds(180), "retention");
        signed.log.erase(5, EnumSet.of(PersonalField.ACTOR, PersonalField.DETAILS), "cli:Zoë \"root\"\t");
        signed.append(10);
    }

    @AfterEach
    void close() {
        if (signed != null) {
            signed.close();
        }
    }

    @Test
    void anExportIsProvedToOutsiders() throws Exception {
        Answer answer = verify(export(AuditFilter.ALL));

        assertThat(answer.text()).startsWith("proved: 21 rows");
        assertThat(answer.code()).isZero();
    }

    @Test
    void rowsThatAFilterLeavesOutSayNothingAndTheOthersAreProved() throws Exception {
        String export = export(AuditFilter.ALL.withPerson(2));

        assertThat(export)
                .contains("\"person\":2")
                .doesNotContain("\"person\":3")
                .contains("\"withheld\"");
        assertThat(verify(export).text()).startsWith("proved: ").contains(" withheld");
    }

    @Test
    void anAlteredExportIsNotProved() throws Exception {
        String export = export(AuditFilter.ALL);
        List<String> lines = export.lines().toList();
        int row = lines.indexOf(lines.stream()
                .filter(line -> line.contains("\"seq\":9,"))
                .findFirst()
                .orElseThrow());

        assertThat(verify(export.replace("\"person\":2", "\"person\":3")).code())
                .isEqualTo(1);
        assertThat(verify(without(lines, row)).text()).contains("rows 9 to 9 are missing");
        assertThat(verify(without(lines, lines.size() - 1)).text()).contains("not whole");
        assertThat(verify(export.replaceFirst("\"signature\":\"..", "\"signature\":\"0000"))
                        .code())
                .isEqualTo(1);
        assertThat(verify(export.replace("\"cause\":\"start\"", "\"cause\":\"other\""))
                        .text())
                .contains("checkpoint 1 is not what the key has signed");
        assertThat(verify(export.replace("\"digests\":\"", "\"digests\":\"00")).code())
                .isEqualTo(1);
    }

    @Test
    void aDeletionCertificateIsProvedToThePersonConcerned() throws Exception {
        signed.log.append(AuditEvent.of(AuditKind.PERSON_REMOVED, "Ada Lovelace")
                .about(7)
                .with(new AuditDetails().put("templates", 3).put("traceless", true)));
        String certificate = signed.log.deletionCertificate(7).orElseThrow().json();

        Answer answer = verify(certificate);
        assertThat(answer.text())
                .startsWith("proved: On 2026-11-22T")
                .contains("deleted person number 7", "3 face templates");
        assertThat(answer.code()).isZero();
        assertThat(certificate).doesNotContain("Ada Lovelace");
        assertThat(verify(certificate.replace("\"person\":7", "\"person\":8")).code())
                .isEqualTo(1);
        assertThat(verify(certificate.replace("person number 7", "person number 8"))
                        .text())
                .contains("the certificate is not what the key has signed");
        assertThat(signed.log.deletionCertificate(8)).isEmpty();
    }

    private static String without(List<String> lines, int left) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == left ? "" : lines.get(i) + "\n");
        }
        return text.toString();
    }

    private String export(AuditFilter filter) throws IOException {
        StringBuilder out = new StringBuilder();
        signed.log.evidence(filter, out);
        return out.toString();
    }

    private Answer verify(String export) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("export.jsonl"), export);
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        "src/main/sh/verify-log.py",
                        file.toString(),
                        signed.log.publicKey().text())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
