package io.lintel.kiosk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lintel.access.pin.PinSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing for the door screen to show; {@code kiosk-ui/README.md} names the states. Anybody in the street can read it, so
 * it holds neither scores nor ids. Immutable.
 *
 * @param state which picture
 * @param detail which wording of it; null for the common one
 * @param advice what would help, a {@link io.lintel.face.QualityFlaw}'s name; null for none
 * @param name of the person let in; null where it is not shown
 * @param ticket to be sent along with the PIN that is awaited; null where none is
 * @param from when somebody kept out by a schedule may enter, by the door's clock, such as 2026-11-30T08:00; null where that is not known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreenState(
        String state,
        @Nullable String detail,
        @Nullable String advice,
        @Nullable String name,
        @Nullable String ticket,
        @Nullable String from) {

    private static final Set<String> IMPORTANT = Set.of("welcome", "denied", "wait", "pin", "challenge");

    /** States of the door and the box; they concern whoever is there. */
    private static final Set<String> FOR_EVERYBODY = Set.of("fire", "alarm", "camera", "offline");

    /** What is said to somebody on the way to the camera, in this order. */
    private static final List<String> APPROACH = List.of("closer", "look", "hold");

    private static final String OPEN = "open";

    static ScreenState of(String state) {
        return new ScreenState(state, null, null, null, null, null);
    }

    static ScreenState detailed(String state, String detail) {
        return new ScreenState(state, detail, null, null, null, null);
    }

    static ScreenState pin(String ticket, int triesLeft) {
        String detail = triesLeft == 1 ? "last" : triesLeft < PinSettings.DEFAULT.tries() ? "again" : null;
        return new ScreenState("pin", detail, null, null, ticket, null);
    }

    static ScreenState advising(String state, String advice) {
        return new ScreenState(state, null, advice, null, null, null);
    }

    static ScreenState outOfSchedule(@Nullable String from) {
        return new ScreenState("denied", "schedule", null, null, null, from);
    }

    static ScreenState welcome(@Nullable String name, boolean open) {
        return new ScreenState("welcome", open ? OPEN : null, null, name, null, null);
    }

    /** Whether somebody loses something by not seeing it in time: a decision, or something to do. */
    boolean isImportant() {
        return IMPORTANT.contains(state);
    }

    /** Whether it cannot wait for anything. */
    boolean concernsEverybody() {
        // An open box is said while nobody is there, and does not hurry anybody.
        return FOR_EVERYBODY.contains(state) && !"tamper".equals(detail);
    }

    /** Whether it says less than what is shown, so that there is time to see if it lasts. */
    boolean isRetreatFrom(ScreenState shown) {
        int before = APPROACH.indexOf(shown.state);
        return before >= 0 && APPROACH.indexOf(state) < before;
    }

    /** Instructions and tries follow each other in their own time. */
    boolean isStepOfOneTask() {
        return state.equals("pin") || state.equals("challenge");
    }

    boolean isWelcome() {
        return state.equals("welcome");
    }

    /** Whether it says that the door is open though it is not. */
    boolean isUntrue(DoorNow door) {
        return state.equals(OPEN) && !door.released();
    }

    /** Whether it is the same but for what it says about the lock. */
    boolean isSame(ScreenState other) {
        return withOpen(false).equals(other.withOpen(false));
    }

    /** A welcome that says whether the door is open; all else stays as it is. */
    ScreenState withOpen(boolean open) {
        return isWelcome() ? welcome(name, open) : this;
    }
}
