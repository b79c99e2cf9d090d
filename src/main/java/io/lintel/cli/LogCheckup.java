package io.lintel.cli;

import io.lintel.audit.chain.ChainVerification;
import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import io.lintel.wiring.checkup.CheckupFinding;
import java.util.ArrayList;
import java.util.List;

/** Whether the log is as it was written: what {@code lintel audit verify} says, in a line. */
final class LogCheckup {

    private LogCheckup() {}

    static CheckupFinding of(ServiceRunner runner) {
        List<CheckupFinding> found = new ArrayList<>();
        runner.run(LogService.class, log -> {
            found.add(finding(log.verify(List.of(), null)));
            return ExitCode.OK;
        });
        return found.isEmpty()
                ? CheckupFinding.problem(
                        "log", new LintelException("could not be verified", "run: lintel audit verify"))
                : found.getFirst();
    }

    private static CheckupFinding finding(ChainVerification log) {
        return log.isIntact()
                ? CheckupFinding.ok("log", log.rows() + " rows are as they were written")
                : CheckupFinding.problem(
                        "log",
                        new LintelException(
                                log.findings().getFirst().text()
                                        + (log.found() > 1 ? " (the first of " + log.found() + " findings)" : ""),
                                "run: lintel audit verify; docs/AUDIT.md says what each finding means"));
    }
}
