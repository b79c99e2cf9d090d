package io.lintel.cli;

import io.lintel.json.LookupJson;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupResult;
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
                "1:N: who is on these photos? Every face is looked up. Exit code 0 when all are known, 3 when one is"
                        + " not.")
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
        List<LookupResult.Photo> answers = lookups.identify(
                CommandLineUser.CLI,
                photos.stream().map(photo -> ProbeText.photo(photo, console)).toList());
        List<String> lines = new ArrayList<>();
        int exitCode = ExitCode.OK;
        for (LookupResult.Photo photo : answers) {
            exitCode = Math.max(exitCode, answer(photo, lines));
        }
        console.answer(Console.json(LookupJson.Identified.of(answers)), out -> lines.forEach(out::println));
        return exitCode;
    }

    /** A photo that cannot be read does not keep the others from being answered. */
    private static int answer(LookupResult.Photo photo, List<String> lines) {
        LintelException problem = photo.problem();
        if (problem != null) {
            lines.add(photo.label() + ": " + problem.getMessage() + "; " + problem.remedy());
            return ExitCode.FAILED;
        }
        if (photo.faces().isEmpty()) {
            lines.add(photo.label() + ": no face");
            return ExitCode.NO;
        }
        photo.faces().forEach(face -> lines.add(photo.label() + ": " + line(face)));
        return photo.faces().stream().allMatch(face -> face.verdict() == LookupResult.Verdict.KNOWN)
                ? ExitCode.OK
                : ExitCode.NO;
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
        return who + ": " + ProbeText.score(best.candidate().score(), face.point()) + ProbeText.entry(face.entry());
    }
}
