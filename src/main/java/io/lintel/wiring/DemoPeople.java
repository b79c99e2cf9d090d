package io.lintel.wiring;

import io.lintel.config.Installation;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.service.PeopleService;
import io.lintel.service.PhotoFile;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The invented people who live at the demo's door. */
final class DemoPeople {

    private static final System.Logger LOG = System.getLogger("io.lintel.demo");

    /** Come to the door in the clips without being enrolled: jonas as himself, chen with a print of dalia's picture. */
    private static final Set<String> STRANGERS = Set.of("jonas", "chen");

    private final Gallery gallery;
    private final PeopleService people;

    DemoPeople(Gallery gallery, PeopleService people) {
        this.gallery = gallery;
        this.people = people;
    }

    /** Enrols them into an empty gallery; one that somebody has changed stays as it is. */
    void enrolIfNobodyIs() {
        if (gallery.summary().persons() > 0) {
            return;
        }
        long start = System.nanoTime();
        int enrolled = 0;
        for (Path person : folders()) {
            enrol(person);
            enrolled++;
        }
        LOG.log(
                Level.INFO,
                "demo enrolled={0} in={1}ms, strangers={2}",
                enrolled,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                STRANGERS);
    }

    private static List<Path> folders() {
        Path people = Installation.current().demoFolder().resolve("people");
        try (Stream<Path> folders = Files.list(people)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !STRANGERS.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LintelException("the demo's people are not in " + people, "start Lintel in its own folder", e);
        }
    }

    private void enrol(Path folder) {
        // Faces built from one base mesh look alike to a face model sooner than real ones do.
        EnrolmentOutcome outcome = people.enrol(
                "demo",
                PersonDraft.named(folder.getFileName().toString()),
                List.of(new PhotoFile("enrol.jpg", folder.resolve("enrol.jpg"))),
                true);
        if (!(outcome instanceof EnrolmentOutcome.Enrolled)) {
            LOG.log(Level.ERROR, "demo person={0} was not enrolled: {1}", folder.getFileName(), outcome);
        }
    }
}
