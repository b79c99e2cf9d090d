package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.audit.chain.ChainFinding;
import io.lintel.audit.chain.ChainVerification;
import io.lintel.audit.chain.NotedHash;
import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel audit verify}: whether the log is as it was written. */
@Command(
        name = "verify",
        description =
                "Verify that no row of the log was altered, removed, reordered or inserted. Exits with 3 on a finding.")
final class AuditVerifyCommand implements Callable<Integer> {

    @Option(
            names = "--key",
            paramLabel = "BASE64",
            description = "Trust signatures of this key too, such as one that the box had before.")
    List<String> keys = new ArrayList<>();

    @Option(
            names = "--noted",
            paramLabel = "ROW:HASH",
            description = "A row and its hash that you have noted elsewhere; they have to be in the log.")
    @Nullable
    String noted;

    private final ServiceRunner runner;
    private final Console console;

    AuditVerifyCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<PublicAuditKey> others = keys.stream().map(AuditVerifyCommand::key).toList();
        @Nullable NotedHash known = noted == null ? null : noted(noted);
        return runner.run(LogService.class, log -> {
            ChainVerification result = log.verify(others, known);
            console.answer(json(result), out -> print(result, out));
            return result.isIntact() ? ExitCode.OK : ExitCode.NO;
        });
    }

    private static ObjectNode json(ChainVerification result) {
        ArrayNode findings = Console.object().arrayNode();
        result.findings()
                .forEach(finding -> findings.addObject()
                        .put("fault", finding.fault().name())
                        .put("first", finding.first())
                        .put("last", finding.last())
                        .put("text", finding.text()));
        ObjectNode document = Console.object()
                .put("intact", result.isIntact())
                .put("rows", result.rows())
                .put("first", result.first())
                .put("last", result.last())
                .put("hash", result.hash())
                .put("signedTo", result.signedTo())
                .put("checkpoints", result.checkpoints())
                .put("tombstones", result.tombstones())
                .put("erased", result.erased())
                .put("key", result.key())
                .put("found", result.found());
        document.set("findings", findings);
        return document;
    }

    private static PublicAuditKey key(String text) {
        return PublicAuditKey.parse(text)
                .orElseThrow(() -> new LintelException(
                        "--key is not a public key", "give the 44 characters that lintel audit key prints"));
    }

    private static NotedHash noted(String text) {
        return NotedHash.parse(text)
                .orElseThrow(() -> new LintelException(
                        "--noted is not a row and its hash",
                        "give them as lintel audit verify prints them, 1234:ab01..."));
    }

    private static void print(ChainVerification result, PrintWriter out) {
        out.printf(
                "%d rows, %d to %d; signed to row %d by %d checkpoints; %d ranges deleted by retention, %d rows with erased fields%n",
                result.rows(),
                result.first(),
                result.last(),
                result.signedTo(),
                result.checkpoints(),
                result.tombstones(),
                result.erased());
        for (ChainFinding finding : result.findings()) {
            out.println(finding.fault() + ": " + finding.text());
        }
        if (result.found() > result.findings().size()) {
            out.println("and " + (result.found() - result.findings().size()) + " more");
        }
        out.println(
                result.isIntact()
                        ? "intact; to be noted elsewhere: " + result.last() + ":" + result.hash()
                        : "NOT INTACT: " + result.found() + " findings; docs/AUDIT.md says what each means");
    }
}
