package io.lintel.security;

import io.lintel.account.PairedScreen;
import io.lintel.account.PairedScreens;
import io.lintel.account.SecretToken;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Which door screen makes the present request. Reads the database: not for an event loop. */
@RequestScoped
public class DoorScreenCaller {

    /** The key of the screen of this machine. */
    public static final String THIS_MACHINE = "this machine";

    /**
     * A screen that may show the door.
     *
     * @param key tells screens apart: {@link #THIS_MACHINE}, or the number of a paired one
     * @param paired empty for this machine's own
     */
    public record Screen(String key, Optional<PairedScreen> paired) {}

    private final CurrentVertxRequest current;
    private final PairedScreens screens;

    DoorScreenCaller(CurrentVertxRequest current, PairedScreens screens) {
        this.current = current;
        this.screens = screens;
    }

    /** Empty for one that is neither of this machine nor paired. */
    public Optional<Screen> find() {
        RoutingContext request = current.getCurrent();
        return ThisMachine.asks(request)
                ? Optional.of(new Screen(THIS_MACHINE, Optional.empty()))
                : secret().flatMap(screens::find)
                        .map(screen -> new Screen(Long.toString(screen.id()), Optional.of(screen)));
    }

    /** @throws HttpProblem if it may not */
    public Screen known() {
        return find().orElseThrow(() -> new HttpProblem(
                403,
                "This screen is not paired",
                "open /door/ on it, and let an admin confirm the code that it shows there"));
    }

    /** What the screen has shown, whatever it is worth. */
    public Optional<SecretToken> secret() {
        return SessionCookies.screen(current.getCurrent()).map(SecretToken::new);
    }

    /** Hands the screen its secret, or the same once more, so that it is kept for another year. */
    public void keep(SecretToken secret) {
        SessionCookies.keepScreen(current.getCurrent(), secret.value());
    }

    public String address() {
        return RequestOrigin.of(current.getCurrent()).address();
    }
}
