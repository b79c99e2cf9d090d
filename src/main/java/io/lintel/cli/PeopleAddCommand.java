package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.Consent;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.ValiditySpan;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.service.CameraShots;
import io.lintel.service.PeopleService;
import io.lintel.service.PhotoFile;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description =
                "Enrol a person from one to three photos, or from the camera. Counts at once; nothing is stored if a "
                        + "photo is refused.")
final class PeopleAddCommand implements Callable<Integer> {

    static final String KEEP_DAYS =
            "With --consent: for how many days after the last visit the data may be kept, 1 to 1095 (default: 1095).";

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "What the person is called.")
    String name = "";

    @Parameters(index = "1..*", paramLabel = "PHOTO", description = "Photos of this person alone, face from the front.")
    List<Path> photos = new ArrayList<>();

    @Option(names = "--camera", description = "Take three shots from the camera that is set.")
    boolean camera;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note about the person.")
    String note = "";

    @Option(
            names = "--valid-from",
            paramLabel = "TIME",
            description = "Let in from then on, such as 2026-12-01T00:00:00Z.")
    @Nullable
    Instant validFrom;

    @Option(names = "--valid-until", paramLabel = "TIME", description = "Let in until then.")
    @Nullable
    Instant validUntil;

    @Option(
            names = "--consent",
            paramLabel = "PURPOSE",
            description = "Record that the person has agreed, now, and what for.")
    @Nullable
    String consent;

    @Option(names = "--keep-days", paramLabel = "DAYS", description = KEEP_DAYS)
    @Nullable
    Integer keepDays;

    @Option(
            names = "--allow-look-alike",
            description = "The person looks like somebody enrolled and is somebody else all the same.")
    boolean allowLookAlike;

    private final ServiceRunner runner;
    private final Console console;

    PeopleAddCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (camera == !photos.isEmpty()) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(), "give either photos or --camera");
        }
        PersonDraft draft = draft();
        return runner.run(false, services -> {
            PeopleService people = services.get(PeopleService.class);
            return answer(
                    camera
                            ? fromCamera(people, draft, services.get(CameraShots.class))
                            : people.enrol(CommandLineUser.CLI, draft, files(), allowLookAlike));
        });
    }

    private EnrolmentOutcome fromCamera(PeopleService people, PersonDraft draft, CameraShots source) {
        List<Shot> shots = source.take(console::remark);
        try {
            return people.enrolShots(CommandLineUser.CLI, draft, shots, allowLookAlike);
        } finally {
            shots.forEach(Shot::release);
        }
    }

    private List<PhotoFile> files() {
        return photos.stream()
                .map(photo -> new PhotoFile(photo.toString(), photo))
                .toList();
    }

    private PersonDraft draft() {
        PersonDraft draft =
                PersonDraft.named(name).withNote(note).withValidity(new ValiditySpan(validFrom, validUntil));
        Consent agreed = consent(consent, keepDays);
        return agreed == null ? draft : draft.withConsent(agreed);
    }

    /** @param days null for the longest that the law allows */
    static @Nullable Consent consent(@Nullable String purpose, @Nullable Integer days) {
        if (purpose == null) {
            if (days != null) {
                throw new LintelException(
                        "--keep-days belongs to a consent, and there is none", "add --consent PURPOSE");
            }
            return null;
        }
        return days == null ? new Consent(Instant.now(), purpose) : new Consent(Instant.now(), purpose, days);
    }

    private int answer(EnrolmentOutcome outcome) {
        return switch (outcome) {
            case EnrolmentOutcome.Enrolled(EnrolledPerson enrolled, List<EnrolmentWarning> warnings) -> {
                ObjectNode document =
                        PersonText.json(enrolled.person(), enrolled.templates().size());
                console.answer(with(document, warnings), out -> {
                    out.println(enrolled.person().name() + " is enrolled as number "
                            + enrolled.person().id() + " with "
                            + Counted.of(enrolled.templates().size(), "template"));
                    warnings.forEach(warning -> out.println("  note: " + warning.message()));
                });
                yield ExitCode.OK;
            }
            case EnrolmentOutcome.Refused(List<ShotProblem> problems) -> {
                ObjectNode document = Console.object().put("enrolled", false);
                ArrayNode list = document.putArray("problems");
                problems.forEach(problem -> list.addObject()
                        .put("photo", problem.label())
                        .put("kind", problem.kind().name())
                        .put("what", problem.what())
                        .put("advice", problem.advice()));
                console.answer(document, out -> {
                    out.println("nobody was enrolled:");
                    problems.forEach(problem ->
                            out.println("  " + problem.label() + ": " + problem.what() + "; " + problem.advice()));
                });
                yield ExitCode.FAILED;
            }
            case EnrolmentOutcome.NeedsConfirmation asked -> {
                List<EnrolmentWarning> warnings = asked.warnings();
                console.answer(with(Console.object().put("enrolled", false), warnings), out -> {
                    out.println("nobody was enrolled: the new person");
                    warnings.forEach(warning -> out.println("  " + warning.message()));
                    out.println(
                            "If it is somebody else all the same, repeat with --allow-look-alike. Where the door cannot tell two"
                                    + " people apart, such as twins, it lets neither in.");
                });
                yield ExitCode.FAILED;
            }
        };
    }

    private static ObjectNode with(ObjectNode document, List<EnrolmentWarning> warnings) {
        ArrayNode list = document.putArray("warnings");
        warnings.forEach(warning -> list.add(warning.message()));
        return document;
    }
}
