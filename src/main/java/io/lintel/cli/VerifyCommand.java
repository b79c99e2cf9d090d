package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import io.lintel.wiring.Probes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "1:1: does a photo show this person? Exit code 0 yes, 3 no.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    @Parameters(index = "1", paramLabel = "PHOTO")
    Path photo = Path.of("");

    private final HouseRunner house;
    private final Console console;

    VerifyCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    @Override
    public Integer call() {
        return house.run(false, rooms -> {
            Person person = rooms.people().require(new PersonId(id));
            Probes probes = new Probes(rooms);
            Probes.Probe probe = probes.only(photo);
            double score = rooms.gallery()
                    .score(person.id(), probe.embedding())
                    .orElseThrow(() -> new LintelException(
                            person.name() + " has no template of the embedder in use",
                            "enrol the person anew: lintel people add"));
            OperatingPoint point = probes.threshold(1);
            boolean match = score >= point.threshold();
            ObjectNode document = Console.object()
                    .put("match", match)
                    .put("person", person.id().value())
                    .put("name", person.name().value())
                    .put("score", score);
            ProbeText.threshold(document, point);
            ProbeText.quality(document, probe);
            console.answer(
                    document,
                    out -> out.println((match ? "yes, this is " : "no, this is not ") + person.name() + ": "
                            + ProbeText.score(score, point)));
            return match ? ExitCode.OK : ExitCode.NO;
        });
    }
}
