package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private long nanos;
    private final LoginThrottle throttle = new LoginThrottle(() -> nanos);

    @Test
    void aFewMistakesCostNothingThenTheWaitDoubles() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna").granted()).isTrue();
        }

        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        throttle.admit("10.0.0.5", "anna");
        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        throttle.admit("10.0.0.5", "anna");
        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anotherNameFromTheSameAddressWaitsAsWell() {
        failUntilDelayed("10.0.0.5", "anna");

        assertThat(throttle.admit("10.0.0.5", "bruno").granted()).isFalse();
        assertThat(throttle.admit("10.0.0.6", "bruno").granted()).isTrue();
    }

    @Test
    void theOwnerGetsInFromElsewhereHoweverHardTheAccountIsAttacked() {
        for (int address = 0; address < 200; address++) {
            for (int i = 0; i < 20; i++) {
                throttle.admit("192.0.2." + address, "anna");
            }
        }

        assertThat(throttle.admit("10.0.0.7", "anna").granted()).isTrue();
    }

    @Test
    void anAttackFromManyAddressesIsSlowedByAccount() {
        for (int address = 1; address <= 10; address++) {
            assertThat(throttle.admit("192.0.2." + address, "anna").granted()).isTrue();
        }

        assertThat(throttle.admit("192.0.2.1", "anna").granted()).isFalse();
        assertThat(throttle.admit("192.0.2.1", "bruno").granted()).isTrue();
    }

    @Test
    void aSuccessForgivesOneNameOnlySoAnAccountBuysNoTriesAtAnother() {
        for (int i = 0; i < 4; i++) {
            throttle.admit("10.0.0.5", "anna");
        }
        throttle.admit("10.0.0.5", "mallory");
        throttle.succeeded("10.0.0.5", "mallory");

        assertThat(throttle.admit("10.0.0.5", "anna").granted()).isTrue();
        assertThat(throttle.admit("10.0.0.5", "anna").granted()).isFalse();
    }

    @Test
    void aSuccessForgivesOnesOwnMistakes() {
        for (int i = 0; i < 5; i++) {
            throttle.admit("10.0.0.5", "anna");
        }
        throttle.succeeded("10.0.0.5", "anna");

        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna").granted()).isTrue();
        }
    }

    @Test
    void triesAtTheSameTimeCountBeforeTheirAnswerIsKnown() {
        long granted = java.util.stream.IntStream.range(0, 100)
                .filter(i -> throttle.admit("10.0.0.5", "anna").granted())
                .count();

        assertThat(granted).isEqualTo(5);
    }

    @Test
    void oneIpv6NetworkIsOneAddress() {
        failUntilDelayed("2001:db8:1:2::5", "anna");

        assertThat(throttle.admit("2001:db8:1:2:ffff:1:2:3", "bruno").granted()).isFalse();
        assertThat(throttle.admit("2001:db8:1:3::5", "bruno").granted()).isTrue();
        assertThat(throttle.admit("::ffff:10.0.0.8", "bruno").granted()).isTrue();
    }

    @Test
    void onlyTheFirstRefusalAfterAFailureIsWorthALine() {
        failUntilDelayed("10.0.0.5", "anna");

        assertThat(throttle.admit("10.0.0.6", "bruno").firstRefusal()).isFalse();
        pass(Duration.ofHours(2));
        failUntilDelayedCountingFirst("10.0.0.5", "anna");
    }

    @Property(tries = 20)
    void theWaitNeverExceedsAQuarterOfAnHourAndAnHourOfPeaceForgetsAll(Generator any) {
        int failures = any.intBetween(1, 300);
        for (int i = 0; i < failures; i++) {
            pass(Duration.ofMinutes(15));
            assertThat(throttle.admit("10.0.0.5", "anna").granted()).isTrue();
        }
        pass(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna").granted()).isTrue();
        }
    }

    @Test
    void aFloodOfNamesAndAddressesKeepsMemoryBounded() {
        for (int i = 0; i < 100_000; i++) {
            throttle.admit("198.51." + i / 256 % 256 + "." + i % 256, "name" + i);
        }

        assertThat(throttle.size()).isLessThanOrEqualTo(4 * 4_096);
    }

    private void failUntilDelayed(String address, String name) {
        while (throttle.admit(address, name).granted()) {
            nanos++;
        }
    }

    private void failUntilDelayedCountingFirst(String address, String name) {
        int lines = 0;
        for (int i = 0; i < 50; i++) {
            lines += throttle.admit(address, name).firstRefusal() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(1);
    }

    private Duration waitOf(String address, String name) {
        return throttle.admit(address, name).delay();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
