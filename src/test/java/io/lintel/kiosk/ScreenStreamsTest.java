package io.lintel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScreenStreamsTest {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final ScreenStreams streams = new ScreenStreams(begun::incrementAndGet, ended::incrementAndGet);

    @Test
    void aSlowReaderGetsTheNewestSceneAndNotTheHundredBeforeIt() {
        AssertSubscriber<ScreenState> slow = watch("wall", 1);
        AssertSubscriber<ScreenState> quick = watch("hall", Long.MAX_VALUE);
        for (int scene = 0; scene < 100; scene++) {
            streams.show(ScreenState.of("scene" + scene));
        }
        slow.request(1);
        assertThat(slow.getItems()).extracting(ScreenState::state).containsExactly("scene0", "scene99");
        assertThat(quick.getItems()).hasSize(100);
    }

    @Test
    void whoComesLaterSeesWhatIsShownAtOnce() {
        watch("wall", Long.MAX_VALUE);
        streams.show(ScreenState.of("idle"));
        assertThat(watch("hall", 1).getItems()).containsExactly(ScreenState.of("idle"));
    }

    @Test
    void aScreenThatOpensManyStreamsLosesItsOldest() {
        AssertSubscriber<ScreenState> oldest = watch("wall", 1);
        for (int more = 0; more < ScreenStreams.MOST_EACH; more++) {
            watch("wall", 1);
        }
        oldest.assertCompleted();
        assertThat(streams.size()).isEqualTo(ScreenStreams.MOST_EACH);
    }

    @Test
    void manyScreensKeepOutOneMoreButNotAKnownOne() {
        for (int screen = 0; screen < ScreenStreams.MOST; screen++) {
            watch("wall" + screen, 1);
        }
        assertThat(streams.isFullFor("another")).isTrue();
        assertThat(streams.isFullFor("wall3")).isFalse();
    }

    @Test
    void aRevokedScreensStreamsEndAtOnceAndTheOthersGoOn() {
        AssertSubscriber<ScreenState> revoked = watch("wall", 1);
        AssertSubscriber<ScreenState> other = watch("hall", 1);
        streams.end("wall");
        revoked.assertCompleted();
        other.assertNotTerminated();
    }

    @Test
    void nothingIsDoneWhileNobodyWatches() {
        AssertSubscriber<ScreenState> one = watch("wall", 1);
        AssertSubscriber<ScreenState> two = watch("hall", 1);
        assertThat(begun).hasValue(1);
        one.cancel();
        assertThat(ended).hasValue(0);
        two.cancel();
        assertThat(ended).hasValue(1);
    }

    private AssertSubscriber<ScreenState> watch(String screen, long requests) {
        return streams.follow(screen).subscribe().withSubscriber(AssertSubscriber.create(requests));
    }
}
