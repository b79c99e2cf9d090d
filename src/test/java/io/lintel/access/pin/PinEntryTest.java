package io.lintel.access.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PinEntryTest {

    private static final PersonId DALIA = new PersonId(1);
    private static final PersonId EMEKA = new PersonId(2);

    private long now = 1;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> compared = new ArrayList<>();
    private final PinEntry pins = new PinEntry(
            (person, pin) -> {
                compared.add(person + ":" + pin);
                if (pin.equals("0000")) {
                    throw new IllegalStateException("no database");
                }
                return pin.equals("4711");
            },
            PinSettings.DEFAULT,
            () -> now,
            new Random(3),
            waiting::add);

    private PinRequest open(PersonId person) {
        PinRequest request = pins.open(person, now);
        assertThat(request).isNotNull();
        return request;
    }

    private void type(PinRequest request, String pin) {
        pins.enter(pins.ticket(request), pin);
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void theRightPinIsRight() {
        PinRequest request = open(DALIA);

        type(request, "4711");

        assertThat(pins.state(request, now)).isInstanceOf(PinState.Right.class);
    }

    @Test
    void theAnswerToThePadDoesNotWaitForTheComparison() {
        PinRequest request = open(DALIA);

        pins.enter(pins.ticket(request), "4711");

        assertThat(compared).isEmpty();
        assertThat(pins.state(request, now)).isInstanceOf(PinState.Open.class);
    }

    @Test
    void threeWrongPinsEndIt() {
        PinRequest request = open(DALIA);

        type(request, "1111");
        assertThat(pins.state(request, now)).isEqualTo(new PinState.Open(2));
        type(request, "2222");
        type(request, "3333");

        assertThat(pins.state(request, now)).isEqualTo(new PinState.Wrong("wrong PIN"));
        type(request, "4711");
        assertThat(pins.state(request, now)).isEqualTo(new PinState.Wrong("wrong PIN"));
    }

    @Test
    void anotherVisitsTicketMeansNobody() {
        PinRequest left = open(DALIA);
        String old = pins.ticket(left);
        pins.close(left);
        PinRequest request = open(EMEKA);

        pins.enter(old, "4711");

        assertThat(waiting).isEmpty();
        assertThat(pins.state(request, now)).isInstanceOf(PinState.Open.class);
    }

    @Test
    void aTicketIsGoodForOneTry() {
        PinRequest request = open(DALIA);
        String first = pins.ticket(request);
        type(request, "1111");

        pins.enter(first, "4711");

        assertThat(waiting).isEmpty();
        assertThat(pins.state(request, now)).isEqualTo(new PinState.Open(2));
    }

    @Test
    void twoAtOnceAreOneTry() {
        PinRequest request = open(DALIA);
        String ticket = pins.ticket(request);

        pins.enter(ticket, "1111");
        pins.enter(ticket, "4711");

        assertThat(waiting).hasSize(1);
    }

    @Test
    void onePadServesOneVisitAtATime() {
        PinRequest request = open(DALIA);
        assertThat(pins.open(EMEKA, now)).isNull();

        pins.close(request);

        assertThat(pins.open(EMEKA, now)).isNotNull();
    }

    @Test
    void whoTypesNothingIsTurnedAway() {
        PinRequest request = open(DALIA);
        now += Duration.ofSeconds(21).toNanos();

        assertThat(pins.state(request, now)).isEqualTo(new PinState.Missing());
        assertThat(pins.open(EMEKA, now)).isNotNull();
    }

    @Test
    void anAbandonedVisitReleasesThePad() {
        PinRequest request = open(DALIA);
        type(request, "4711");
        now += Duration.ofSeconds(21).toNanos();

        assertThat(pins.open(EMEKA, now)).isNotNull();
    }

    @Test
    void aComparisonThatFailsIsAWrongPin() {
        PinRequest request = open(DALIA);

        type(request, "0000");

        assertThat(pins.state(request, now)).isEqualTo(new PinState.Open(2));
    }

    @Test
    void longTextIsNotLookedAt() {
        PinRequest request = open(DALIA);

        type(request, "1".repeat(13));
        type(request, "");

        assertThat(compared).isEmpty();
    }

    @Test
    void wrongPinsOverSeveralVisitsDelayOnlyThisPerson() {
        for (int visit = 0; visit < 2; visit++) {
            PinRequest request = open(DALIA);
            for (int i = 0; i < 3; i++) {
                type(request, "1111");
            }
            pins.close(request);
        }

        PinRequest again = open(DALIA);
        assertThat(pins.state(again, now)).isInstanceOfSatisfying(PinState.HasToWait.class, wait -> {
            assertThat(wait.failures()).isEqualTo(5);
            assertThat(wait.untilNanos()).isGreaterThan(now);
        });
        PinRequest other = open(EMEKA);
        type(other, "4711");
        assertThat(pins.state(other, now)).isInstanceOf(PinState.Right.class);
        pins.close(other);

        now += Duration.ofMinutes(2).toNanos();
        assertThat(pins.state(open(DALIA), now)).isInstanceOf(PinState.Open.class);
    }
}
