package io.lintel.wiring.checkup;

import io.lintel.gallery.EmbedderUseStore;
import io.lintel.model.ModelSpec;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the embedder in force knows everybody who is enrolled. */
final class PeopleCheckup {

    private PeopleCheckup() {}

    /** Empty while nobody has been enrolled here. */
    static Optional<CheckupFinding> of(Path database, ModelSpec embedder) {
        return Files.exists(database) ? Optional.of(finding(database, embedder)) : Optional.empty();
    }

    private static CheckupFinding finding(Path database, ModelSpec embedder) {
        try {
            EmbedderUseStore.Use use = EmbedderUseStore.read(database, embedder.id());
            int strangers = use.persons() - use.recognisable();
            return strangers == 0
                    ? CheckupFinding.ok("people", use.persons() + " enrolled with the embedder " + embedder.id())
                    : CheckupFinding.problem(
                            "people",
                            new LintelException(
                                    strangers + " of " + use.persons()
                                            + " must enrol again: they have no template of the embedder "
                                            + embedder.id(),
                                    "run: lintel models re-embed; whom it cannot help, enrol anew"));
        } catch (LintelException e) {
            return CheckupFinding.note("people", String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
