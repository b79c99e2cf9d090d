package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.camera.CaptureLoop;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonId;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the demo's story in the log, with the names of its invented people; a real door's log holds ids only. */
final class DemoNarrator implements Consumer<AccessEvent> {

    private static final System.Logger LOG = System.getLogger("io.lintel.demo");

    private final Gallery gallery;
    private final CaptureLoop camera;

    DemoNarrator(Gallery gallery, CaptureLoop camera) {
        this.gallery = gallery;
        this.camera = camera;
    }

    @Override
    public void accept(AccessEvent event) {
        if (event instanceof AccessEvent.Decided(Decision decision, var row, var shut, var at)) {
            LOG.log(
                    Level.INFO,
                    "demo clip={0}: {1} {2}{3}",
                    camera.clip().orElse("?"),
                    name(decision.person()),
                    decision instanceof Decision.Granted ? "granted" : "denied as " + decision.code(),
                    shut == null ? "" : ", but the door stayed shut: " + shut);
        }
    }

    private String name(@Nullable PersonId person) {
        return person == null
                ? "somebody"
                : gallery.person(person).map(found -> found.name().toString()).orElse("person " + person);
    }
}
