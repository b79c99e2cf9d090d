package io.lintel.kiosk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lintel.access.pin.PinSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Scene(
        String state,
        @Nullable String detail,
        @Nullable String advice,
        @Nullable String name,
        @Nullable String ticket) {

    static Scene of(String state) {
        return new Scene(state, null, null, null, null);
    }

    static Scene detailed(String state, String detail) {
        return new Scene(state, detail, null, null, null);
    }

    static Scene pin(String ticket, int triesLeft) {
        String detail = triesLeft == 1 ? "last" : triesLeft < PinSettings.DEFAULT.tries() ? "again" : null;
        return new Scene("pin", detail, null, null, ticket);
    }

    static Scene advising(String state, String advice) {
        return new Scene(state, null, advice, null, null);
    }
}
