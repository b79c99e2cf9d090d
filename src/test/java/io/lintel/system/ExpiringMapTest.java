package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiringMapTest {

    private final FakeClock clock = FakeClock.closeToOverflow();
    private final ExpiringMap<String, Integer> map = new ExpiringMap<>(2, Duration.ofSeconds(10), clock);

    @Test
    void anEntryIsThereForItsTimeAndNoLonger() {
        map.put("a", 1);

        clock.advance(Duration.ofSeconds(10));
        assertThat(map.find("a")).contains(1);
        clock.advance(Duration.ofNanos(1));
        assertThat(map.find("a")).isEmpty();
        assertThat(map.remove("a")).isEmpty();
    }

    @Test
    void theOldestGoesWhenItIsFull() {
        map.put("a", 1);
        map.put("b", 2);
        map.put("a", 3);
        map.put("c", 4);

        assertThat(map.find("a")).contains(3);
        assertThat(map.find("b")).isEmpty();
        assertThat(map.find("c")).contains(4);
    }

    @Test
    void anEntryIsRemovedOnce() {
        map.put("a", 1);

        assertThat(map.remove("a")).contains(1);
        assertThat(map.remove("a")).isEmpty();
    }
}
