package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Optional<String> NONE = Optional.empty();

    private long nanos;
    private final LoginThrottle throttle = new LoginThrottle(() -> nanos);

    @Test
    void aFewMistakesCostNothingThenTheWaitDoubles() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isTrue();
        }

        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        throttle.admit("10.0.0.5", "anna", NONE);
        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        throttle.admit("10.0.0.5", "anna", NONE);
        assertThat(waitOf("10.0.0.5", "anna")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anotherNameFromTheSameAddressWaitsAsWell() {
        failUntilDelayed("10.0.0.5", "anna");

        assertThat(throttle.admit("10.0.0.5", "bruno", NONE).granted()).isFalse();
        assertThat(throttle.admit("10.0.0.6", "bruno", NONE).granted()).isTrue();
    }

    @Test
    void theOwnerSignsInFromAnotherAddressWhileTheAccountIsAttacked() {
        for (int address = 0; address < 200; address++) {
            for (int i = 0; i < 20; i++) {
                throttle.admit("192.0.2." + address, "anna", NONE);
            }
        }

        assertThat(throttle.admit("10.0.0.7", "anna", NONE).granted()).isTrue();
    }

    @Test
    void anAttackFromManyAddressesIsSlowedByAccount() {
        for (int address = 1; address <= 10; address++) {
            assertThat(throttle.admit("192.0.2." + address, "anna", NONE).granted())
                    .isTrue();
        }

        assertThat(throttle.admit("192.0.2.1", "anna", NONE).granted()).isFalse();
        assertThat(throttle.admit("192.0.2.1", "bruno", NONE).granted()).isTrue();
    }

    @Test
    void aSuccessForgivesOneNameOnlySoAnAccountBuysNoTriesAtAnother() {
        for (int i = 0; i < 4; i++) {
            throttle.admit("10.0.0.5", "anna", NONE);
        }
        throttle.admit("10.0.0.5", "mallory", NONE);
        throttle.succeeded("10.0.0.5", "mallory", NONE);

        assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isTrue();
        assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isFalse();
    }

    @Test
    void aSuccessForgivesOnesOwnMistakes() {
        for (int i = 0; i < 5; i++) {
            throttle.admit("10.0.0.5", "anna", NONE);
        }
        throttle.succeeded("10.0.0.5", "anna", NONE);

        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isTrue();
        }
    }

    @Test
    void triesAtTheSameTimeCountBeforeTheirAnswerIsKnown() {
        long granted = java.util.stream.IntStream.range(0, 100)
                .filter(i -> throttle.admit("10.0.0.5", "anna", NONE).granted())
                .count();

        assertThat(granted).isEqualTo(5);
    }

    /** A whole /64 was one address: one machine of an office kept every admin of it out for ever. */
    @Test
    void aMachineOfTheSameIpv6NetworkDoesNotKeepTheOthersOut() {
        failUntilDelayed("2001:db8:1:2::5", "anna");

        assertThat(throttle.admit("2001:db8:1:2::5", "bruno", NONE).granted()).isFalse();
        assertThat(throttle.admit("2001:db8:1:2:ffff:1:2:3", "bruno", NONE).granted())
                .isTrue();
        assertThat(throttle.admit("::ffff:10.0.0.8", "bruno", NONE).granted()).isTrue();
    }

    @Test
    void whoChoosesAmongTheAddressesOfAnIpv6NetworkIsSlowedAllTheSame() {
        int tries = 0;
        for (int minute = 0; minute < 240; minute++) {
            for (int address = 0; address < 60; address++) {
                String from = "2001:db8:1:2::" + Integer.toHexString(minute * 60 + address);
                tries += throttle.admit(from, "anna", NONE).granted() ? 1 : 0;
                pass(Duration.ofSeconds(1));
            }
        }

        assertThat(tries).isLessThan(20 + 10 + 240);
    }

    /** In 4 hours of guessing from the same network, the admin got in 0 of 240 times. */
    @Test
    void aKnownBrowserGetsInWhileItsNetworkIsUsedForGuessing() {
        int in = 0;
        for (int minute = 0; minute < 240; minute++) {
            for (int i = 0; i < 60; i++) {
                throttle.admit("2001:db8:1:2::" + Integer.toHexString(minute * 60 + i + 1), "anna", NONE);
                pass(Duration.ofSeconds(1));
            }
            Optional<String> browser = Optional.of("anna's");
            if (throttle.admit("2001:db8:1:2::a", "anna", browser).granted()) {
                in++;
                throttle.succeeded("2001:db8:1:2::a", "anna", browser);
            }
        }

        assertThat(in).isEqualTo(240);
    }

    @Test
    void aStolenBrowserCookieGuessesNoFasterThanAnAddress() {
        long granted = java.util.stream.IntStream.range(0, 100)
                .filter(i -> throttle.admit("10.0.0." + i, "anna", Optional.of("stolen"))
                        .granted())
                .count();

        assertThat(granted).isEqualTo(5);
    }

    @Test
    void onlyTheFirstRefusalAfterAFailureIsWorthALine() {
        failUntilDelayed("10.0.0.5", "anna");

        assertThat(throttle.admit("10.0.0.6", "bruno", NONE).firstRefusal()).isFalse();
        pass(Duration.ofHours(2));
        failUntilDelayedCountingFirst("10.0.0.5", "anna");
    }

    @Property(tries = 20)
    void theWaitNeverExceedsAQuarterOfAnHourAndAnHourOfPeaceForgetsAll(Generator any) {
        int failures = any.intBetween(1, 300);
        for (int i = 0; i < failures; i++) {
            pass(Duration.ofMinutes(15));
            assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isTrue();
        }
        pass(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit("10.0.0.5", "anna", NONE).granted()).isTrue();
        }
    }

    @Test
    void aFloodOfNamesAndAddressesKeepsMemoryBounded() {
        for (int i = 0; i < 100_000; i++) {
            throttle.admit("198.51." + i / 256 % 256 + "." + i % 256, "name" + i, NONE);
        }

        assertThat(throttle.size()).isLessThanOrEqualTo(6 * 4_096);
    }

    private void failUntilDelayed(String address, String name) {
        while (throttle.admit(address, name, NONE).granted()) {
            nanos++;
        }
    }

    private void failUntilDelayedCountingFirst(String address, String name) {
        int lines = 0;
        for (int i = 0; i < 50; i++) {
            lines += throttle.admit(address, name, NONE).firstRefusal() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(1);
    }

    private Duration waitOf(String address, String name) {
        return throttle.admit(address, name, NONE).delay();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
