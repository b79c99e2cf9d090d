package io.lintel.admin.now;

import io.lintel.access.AccessEvent;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.FaceView;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.admin.log.EventText;
import io.lintel.camera.LivePicture.Picture;
import io.lintel.face.BoundingBox;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.PersonId;
import io.lintel.service.PersonNames;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words what recognition sees. Never blocks. */
@Singleton
class LiveOverlays {

    private final PersonNames names;
    private final ZoneId zone;

    LiveOverlays(PersonNames names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** @param view of this picture or of one a moment older; null before the first */
    LiveOverlay of(Picture picture, AccessEvent.@Nullable View view) {
        if (view == null || view.width() == 0) {
            return new LiveOverlay(picture.number(), "Nobody is there", List.of());
        }
        List<LiveOverlay.Box> boxes =
                view.faces().stream().map(face -> box(face, view)).toList();
        return new LiveOverlay(picture.number(), text(view.observation()), boxes);
    }

    private LiveOverlay.Box box(FaceView face, AccessEvent.View view) {
        BoundingBox box = face.box();
        return new LiveOverlay.Box(
                share(box.x(), view.width()),
                share(box.y(), view.height()),
                share(box.width(), view.width()),
                share(box.height(), view.height()),
                style(face.observation()),
                title(face),
                measured(face));
    }

    private String title(FaceView face) {
        return switch (face.observation()) {
            case DoorScreenMessage.Granted granted -> name(granted.person()) + ": let in";
            case DoorScreenMessage.Denied denied ->
                "Turned away: " + EventText.because(denied.reason().code());
            case DoorScreenMessage.Waiting waiting -> waiting(waiting);
            default -> {
                EvidenceSummary tally = face.tally();
                Candidate best = tally == null ? null : tally.best();
                yield best == null ? text(face.observation()) : "Looks like " + name(best.person());
            }
        };
    }

    /** How far away, and how much like somebody: what an installer sets the distance by. */
    private static String measured(FaceView face) {
        if (face.quality() == null) {
            return "";
        }
        EvidenceSummary tally = face.tally();
        if (tally == null || tally.best() == null) {
            return String.format(Locale.ROOT, "%.1f m away", face.metres());
        }
        String text = String.format(
                Locale.ROOT,
                "%.1f m away, score %.2f (needs %.2f), %d of %d agree",
                face.metres(),
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
    private String text(DoorScreenMessage observation) {
        return switch (observation) {
            case DoorScreenMessage.NoOne noOne -> "Nobody is there";
            case DoorScreenMessage.Approaching approaching -> "Somebody is coming";
            case DoorScreenMessage.LookHere look ->
                "Needs a better picture: " + look.flaw().advice();
            case DoorScreenMessage.Deciding deciding -> "Comparing";
            case DoorScreenMessage.Granted granted -> name(granted.person()) + " is let in";
            case DoorScreenMessage.Denied denied ->
                "Turned away: " + EventText.because(denied.reason().code());
            case DoorScreenMessage.Waiting waiting -> waiting(waiting);
            case DoorScreenMessage.Trouble trouble -> "Recognised, but the door stayed shut: " + trouble.what();
            default -> "Asked to prove it";
        };
    }

    private String waiting(DoorScreenMessage.Waiting waiting) {
        String because = EventText.because(waiting.why().reason().code());
        String until = waiting.why().sentence(zone);
        return waiting.returned()
                ? EventText.capital(until) + ", the last time because " + because
                : "Turned away: " + because + "; " + until;
    }

    private String name(@Nullable PersonId person) {
        return names.of(person == null ? null : person.value());
    }

    private static String style(DoorScreenMessage observation) {
        return switch (observation) {
            case DoorScreenMessage.Granted granted -> "granted";
            case DoorScreenMessage.Denied denied -> "denied";
            case DoorScreenMessage.Waiting waiting -> "denied";
            case DoorScreenMessage.Trouble trouble -> "denied";
            default -> "";
        };
    }

    private static double share(double part, int whole) {
        return Math.round(1000.0 * part / whole) / 10.0;
    }
}
