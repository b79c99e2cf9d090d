package io.lintel.access.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.Faces;
import io.lintel.face.Face;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackerTest {

    private static final long FRAME = Duration.ofMillis(66).toNanos();

    private final Tracker tracker = new Tracker(TrackSettings.DEFAULT);
    private long now = 5_000_000_000L;

    @Test
    void aFaceThatMovesAndGrowsSlowlyKeepsItsTrack() {
        long id = ids(Faces.at(100, 100, 60)).getFirst();

        for (int i = 1; i < 40; i++) {
            assertThat(ids(Faces.at(100 + 8 * i, 100, 60 + 2 * i))).containsExactly(id);
        }
    }

    @Test
    void aFaceThatJumpsLessThanItsWidthKeepsItsTrackWithoutOverlap() {
        long id = ids(Faces.at(100, 100, 60)).getFirst();

        assertThat(ids(Faces.at(155, 100, 60))).containsExactly(id);
        assertThat(ids(Faces.at(300, 100, 60))).doesNotContain(id);
    }

    @Test
    void aFaceOfAnotherSizeInTheSamePlaceIsAnotherOne() {
        long id = ids(Faces.at(100, 100, 150)).getFirst();

        assertThat(ids(Faces.at(140, 140, 60))).doesNotContain(id);
    }

    @Test
    void twoFacesKeepTheirTracksWhateverTheirOrder() {
        List<Long> before = ids(Faces.at(100, 100, 80), Faces.at(300, 100, 70));

        assertThat(ids(Faces.at(305, 100, 90), Faces.at(103, 100, 80))).containsExactly(before.get(1), before.get(0));
    }

    @Test
    void theNearerOfTwoFacesContinuesATrack() {
        long id = ids(Faces.at(100, 100, 80)).getFirst();

        assertThat(ids(Faces.at(150, 100, 80), Faces.at(102, 100, 80)).get(1)).isEqualTo(id);
    }

    @Test
    void aTrackSurvivesAShortGapAndNotALongOne() {
        long id = ids(Faces.at(100, 100, 80)).getFirst();

        now += Duration.ofMillis(800).toNanos();
        assertThat(ids(Faces.at(100, 100, 80))).containsExactly(id);

        now += Duration.ofMillis(600).toNanos();
        assertThat(ids()).isEmpty();
        now += Duration.ofMillis(500).toNanos();
        assertThat(ids(Faces.at(100, 100, 80))).doesNotContain(id);
    }

    @Test
    void aTrackSurvivesFromOneSlowFrameToTheNextAndNotAStandstill() {
        long id = ids(Faces.at(100, 100, 80)).getFirst();

        now += Duration.ofMillis(1900).toNanos();
        assertThat(ids(Faces.at(100, 100, 80))).containsExactly(id);

        now += Duration.ofMillis(2000).toNanos();
        assertThat(ids(Faces.at(100, 100, 80))).doesNotContain(id);
    }

    @Test
    void aRenewedTrackHasANewNumberAndTheOldPlace() {
        Track old = follow(Faces.at(100, 100, 80)).getFirst().track();

        Track renewed = tracker.renew(old);

        assertThat(renewed.id()).isNotEqualTo(old.id());
        assertThat(ids(Faces.at(101, 100, 80))).containsExactly(renewed.id());
        assertThat(tracker.tracks()).hasSize(1);
    }

    @Test
    void aCrowdKeepsTheLargestFacesOnly() {
        Face[] crowd = new Face[20];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = Faces.at(200 * i, 100, 90 - i);
        }

        assertThat(follow(crowd))
                .hasSize(8)
                .extracting(Sighting::face)
                .containsExactly(crowd[0], crowd[1], crowd[2], crowd[3], crowd[4], crowd[5], crowd[6], crowd[7]);
    }

    @Test
    void aFaceThatIsThereTakesTheTrackOfOneThatIsMissing() {
        Face[] crowd = new Face[8];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = Faces.at(200 * i, 100, 90);
        }
        follow(crowd);

        assertThat(follow(Faces.at(5000, 100, 90))).hasSize(1);
        assertThat(tracker.tracks()).hasSize(8);
    }

    private List<Sighting> follow(Face... faces) {
        now += FRAME;
        return tracker.follow(List.of(faces), now);
    }

    private List<Long> ids(Face... faces) {
        List<Long> ids = new ArrayList<>();
        follow(faces).forEach(sighting -> ids.add(sighting.track().id()));
        return ids;
    }
}
