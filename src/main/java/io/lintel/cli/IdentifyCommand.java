package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Person;
import io.lintel.system.LintelException;
import io.lintel.wiring.House;
import io.lintel.wiring.Probes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "identify",
        description =
                "1:N: who is on these photos? Every face is looked up. Exit code 0 when all are known, 3 when one is not.")
final class IdentifyCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PHOTO")
    List<Path> photos = new ArrayList<>();

    private final HouseRunner house;
    private final Console console;

    IdentifyCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    @Override
    public Integer call() {
        return house.run(false, this::identifyAll);
    }

    /** A photo that cannot be read does not keep the others from being answered. */
    private int identifyAll(House rooms) {
        Probes probes = new Probes(rooms);
        OperatingPoint point = probes.threshold(rooms.gallery().summary().searchable());
        ObjectNode document = Console.object();
        ProbeText.threshold(document, point);
        ArrayNode answers = document.putArray("photos");
        List<String> lines = new ArrayList<>();
        int exitCode = ExitCode.OK;
        for (Path photo : photos) {
            ObjectNode answer = answers.addObject().put("photo", photo.toString());
            ArrayNode faces = answer.putArray("faces");
            try {
                List<Probes.Probe> found = probes.all(photo);
                boolean all = !found.isEmpty();
                for (Probes.Probe probe : found) {
                    all &= identify(rooms, probe, point, photo, faces.addObject(), lines);
                }
                if (found.isEmpty()) {
                    lines.add(photo + ": no face");
                }
                exitCode = all ? exitCode : Math.max(exitCode, ExitCode.NO);
            } catch (LintelException e) {
                answer.put("error", e.getMessage()).put("remedy", e.remedy());
                lines.add(photo + ": " + e.getMessage() + "; " + e.remedy());
                exitCode = ExitCode.FAILED;
            }
        }
        console.answer(document, out -> lines.forEach(out::println));
        return exitCode;
    }

    private static boolean identify(
            House rooms, Probes.Probe probe, OperatingPoint point, Path photo, ObjectNode face, List<String> lines) {
        Identification answer = rooms.gallery().identify(probe.embedding());
        Candidate best = answer.best();
        boolean known = best != null && best.score() >= point.threshold();
        face.put("known", known);
        ProbeText.quality(face, probe);
        if (best == null) {
            lines.add(photo + ": nobody is enrolled");
            return false;
        }
        String name = name(rooms, best);
        face.put("person", known ? best.person().value() : null)
                .put("name", known ? name : null)
                .put("score", best.score())
                .put("runnerUpScore", scoreOf(answer.runnerUp()));
        lines.add(photo + ": " + (known ? name + " (number " + best.person() + ")" : "not in the gallery") + ": "
                + ProbeText.score(best.score(), point));
        return known;
    }

    private static String name(House rooms, Candidate candidate) {
        return rooms.gallery()
                .person(candidate.person())
                .map(Person::name)
                .map(Object::toString)
                .orElse("person " + candidate.person());
    }

    private static @Nullable Double scoreOf(@Nullable Candidate candidate) {
        return candidate == null ? null : candidate.score();
    }
}
