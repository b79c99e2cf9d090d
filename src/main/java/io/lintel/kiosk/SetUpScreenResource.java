package io.lintel.kiosk;

import io.lintel.security.DoorScreenCaller;
import io.lintel.security.HttpProblem;
import io.lintel.wiring.SetUpOffer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the door's own screen shows before there is an account: where to set the box up, and the token. */
@Path("/door/set-up")
@PermitAll
public class SetUpScreenResource {

    private final SetUpOffer offer;
    private final DoorScreenCaller caller;

    /**
     * @param open whether the box waits for its first account
     * @param token null until there is one
     */
    @RegisterForReflection
    public record SetUpJson(boolean open, @Nullable String token, List<String> addresses) {}

    SetUpScreenResource(SetUpOffer offer, DoorScreenCaller caller) {
        this.offer = offer;
        this.caller = caller;
    }

    /** For the screen that is wired to this box only: whoever sees it stands before the box. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SetUpJson show() {
        if (caller.known().paired().isPresent()) {
            throw new HttpProblem(403, "The token is for this box's own screen", "look at the box itself");
        }
        return offer.isForTheDoorScreen()
                ? new SetUpJson(true, offer.token().orElse(null), offer.addresses())
                : new SetUpJson(false, null, List.of());
    }
}
