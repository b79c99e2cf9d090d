package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.wiring.checkup.CheckupFinding;
import io.lintel.wiring.checkup.CheckupFinding.State;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Findings as {@code lintel doctor} and {@code lintel check} show them: a line each, with what to do below it. */
final class CheckupReport {

    private CheckupReport() {}

    /** @return the exit code: failed where there is a problem */
    static int answer(Console console, List<CheckupFinding> findings) {
        boolean well = findings.stream().noneMatch(finding -> finding.state() == State.PROBLEM);
        console.answer(document(findings, well), out -> print(findings, out));
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void print(List<CheckupFinding> findings, PrintWriter out) {
        for (CheckupFinding finding : findings) {
            out.println("%-8s %s: %s".formatted(lower(finding.state()), finding.part(), finding.detail()));
            if (!finding.remedy().isEmpty()) {
                out.println("         " + finding.remedy());
            }
        }
    }

    private static ObjectNode document(List<CheckupFinding> findings, boolean well) {
        ObjectNode document = Console.object().put("well", well);
        ArrayNode list = document.putArray("findings");
        for (CheckupFinding finding : findings) {
            list.addObject()
                    .put("part", finding.part())
                    .put("state", lower(finding.state()))
                    .put("detail", finding.detail())
                    .put("remedy", finding.remedy());
        }
        return document;
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
