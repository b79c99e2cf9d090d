package io.lintel.admin.now;

import io.lintel.access.AccessEvent;
import io.lintel.access.FaceView;
import io.lintel.access.Observation;
import io.lintel.access.evidence.Tally;
import io.lintel.admin.log.EventWords;
import io.lintel.camera.LivePicture.Picture;
import io.lintel.face.BoundingBox;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.PersonId;
import io.lintel.service.PersonNames;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words what recognition sees. Never blocks. */
@Singleton
class Looks {

    private final PersonNames names;

    Looks(PersonNames names) {
        this.names = names;
    }

    /** @param view of this picture or of one a moment older; null before the first */
    Look of(Picture picture, AccessEvent.@Nullable View view) {
        if (view == null || view.width() == 0) {
            return new Look(picture.number(), "Nobody is there", List.of());
        }
        List<Look.Box> boxes =
                view.faces().stream().map(face -> box(face, view)).toList();
        return new Look(picture.number(), text(view.observation()), boxes);
    }

    private Look.Box box(FaceView face, AccessEvent.View view) {
        BoundingBox box = face.box();
        return new Look.Box(
                share(box.x(), view.width()),
                share(box.y(), view.height()),
                share(box.width(), view.width()),
                share(box.height(), view.height()),
                style(face.observation()),
                title(face),
                scores(face.tally()));
    }

    private String title(FaceView face) {
        return switch (face.observation()) {
            case Observation.Granted granted -> name(granted.person()) + ": let in";
            case Observation.Denied denied ->
                "Turned away: " + EventWords.because(denied.reason().code());
            default -> {
                Tally tally = face.tally();
                Candidate best = tally == null ? null : tally.best();
                yield best == null ? text(face.observation()) : "Looks like " + name(best.person());
            }
        };
    }

    private static String scores(@Nullable Tally tally) {
        if (tally == null || tally.best() == null) {
            return "";
        }
        String text = String.format(
                Locale.ROOT,
                "%.2f of %.2f, %d of %d agree",
                tally.best().score(),
                tally.point().threshold(),
                tally.votes(),
                tally.voters());
        return tally.liveness().answers() == 0
                ? text
                : text
                        + String.format(
                                Locale.ROOT, ", live %.2f", tally.liveness().mean());
    }

    /** Of what is going on nothing is shown but this: never a ticket, never a PIN. */
    private String text(Observation observation) {
        return switch (observation) {
            case Observation.NoOne noOne -> "Nobody is there";
            case Observation.Approaching approaching -> "Somebody is coming";
            case Observation.LookHere look ->
                "Needs a better picture: " + look.flaw().advice();
            case Observation.Deciding deciding -> "Comparing";
            case Observation.Granted granted -> name(granted.person()) + " is let in";
            case Observation.Denied denied ->
                "Turned away: " + EventWords.because(denied.reason().code());
            case Observation.Trouble trouble -> "Recognised, but the door stayed shut: " + trouble.what();
            default -> "Asked to prove it";
        };
    }

    private String name(PersonId person) {
        return names.of(person.value());
    }

    private static String style(Observation observation) {
        return switch (observation) {
            case Observation.Granted granted -> "granted";
            case Observation.Denied denied -> "denied";
            case Observation.Trouble trouble -> "denied";
            default -> "";
        };
    }

    private static double share(double part, int whole) {
        return Math.round(1000.0 * part / whole) / 10.0;
    }
}
