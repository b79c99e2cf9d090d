package io.lintel.cli;

import io.lintel.service.LookupResult;
import io.lintel.service.FaceLookupService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "identify",
        description =
                "1:N: who is on these photos? Every face is looked up. Exit code 0 when all are known, 3 when one is not.")
final class IdentifyCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PHOTO")
    List<Path> photos = new ArrayList<>();

    private final ServiceRunner runner;
    private final Console console;

    IdentifyCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(FaceLookupService.class, this::identify);
    }

    private int identify(FaceLookupService lookups) {
        List<LookupResult.Photo> photosFound = lookups.identify(
                Actor.CLI, photos.stream().map(ProbeText::photo).toList());
        ObjectNode document = Console.object();
        ProbeText.threshold(document, lookups.operatingPoint());
        ArrayNode answers = document.putArray("photos");
        List<String> lines = new ArrayList<>();
        int exitCode = ExitCode.OK;
        for (LookupResult.Photo photo : photosFound) {
            exitCode = Math.max(exitCode, answer(photo, answers.addObject(), lines));
        }
        console.answer(document, out -> lines.forEach(out::println));
        return exitCode;
    }

    /** A photo that cannot be read does not keep the others from being answered. */
    private static int answer(LookupResult.Photo photo, ObjectNode document, List<String> lines) {
        document.put("photo", photo.label());
        ArrayNode faces = document.putArray("faces");
        LintelException problem = photo.problem();
        if (problem != null) {
            document.put("error", problem.getMessage()).put("remedy", problem.remedy());
            lines.add(photo.label() + ": " + problem.getMessage() + "; " + problem.remedy());
            return ExitCode.FAILED;
        }
        if (photo.faces().isEmpty()) {
            lines.add(photo.label() + ": no face");
            return ExitCode.NO;
        }
        boolean all = true;
        for (LookupResult.Identification face : photo.faces()) {
            json(face, faces.addObject());
            lines.add(photo.label() + ": " + line(face));
            all &= face.verdict() == LookupResult.Verdict.KNOWN;
        }
        return all ? ExitCode.OK : ExitCode.NO;
    }

    private static void json(LookupResult.Identification face, ObjectNode document) {
        boolean known = face.verdict() == LookupResult.Verdict.KNOWN;
        List<LookupResult.Named> candidates = face.candidates();
        document.put("known", known);
        document.put("verdict", face.verdict().word());
        ProbeText.quality(document, face.face());
        if (!candidates.isEmpty()) {
            LookupResult.Named best = candidates.getFirst();
            document.put("person", known ? best.candidate().person().value() : null)
                    .put("name", known ? best.name() : null)
                    .put("score", best.candidate().score())
                    .put(
                            "runnerUpScore",
                            candidates.size() < 2
                                    ? null
                                    : (Double) candidates.get(1).candidate().score());
        }
    }

    private static String line(LookupResult.Identification face) {
        if (face.candidates().isEmpty()) {
            return "nobody is enrolled";
        }
        LookupResult.Named best = face.candidates().getFirst();
        String who = switch (face.verdict()) {
            case KNOWN -> best.name() + " (number " + best.candidate().person() + ")";
            case AMBIGUOUS ->
                "not clear: " + best.name() + " or " + face.candidates().get(1).name();
            case NOT_IN_DATABASE -> "not in the gallery";
        };
        return who + ": " + ProbeText.score(best.candidate().score(), face.point());
    }
}
