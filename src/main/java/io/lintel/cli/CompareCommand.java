package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.wiring.Probes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Do two photos show the same person? Exit code 0 yes, 3 no.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PHOTO")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "PHOTO")
    Path second = Path.of("");

    private final HouseRunner house;
    private final Console console;

    CompareCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    @Override
    public Integer call() {
        return house.run(false, rooms -> {
            Probes probes = new Probes(rooms);
            double score =
                    probes.only(first).embedding().cosine(probes.only(second).embedding());
            OperatingPoint point = probes.threshold(1);
            boolean match = score >= point.threshold();
            ObjectNode document = Console.object().put("match", match).put("score", score);
            ProbeText.threshold(document, point);
            console.answer(
                    document,
                    out -> out.println(
                            (match ? "the same person: " : "not the same person: ") + ProbeText.score(score, point)));
            return match ? ExitCode.OK : ExitCode.NO;
        });
    }
}
