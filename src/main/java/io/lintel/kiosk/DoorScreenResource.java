package io.lintel.kiosk;

import io.lintel.access.pin.PinEntry;
import io.lintel.account.PairedScreens;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.kiosk.ScreenFiles.ScreenFile;
import io.lintel.security.DoorScreenCaller;
import io.lintel.security.DoorScreenCaller.Screen;
import io.lintel.security.HttpProblem;
import io.lintel.system.LintelException;
import io.lintel.wiring.ChallengeInForce;
import io.lintel.wiring.CurrentChallenge;
import io.lintel.wiring.DoorScreens;
import io.lintel.wiring.ImmediateSettings;
import io.lintel.wiring.SetUpOffer;
import io.lintel.wiring.StandingWarnings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door screen's addresses. Nobody signs in at a door: this machine's own screen and the paired ones follow it and take PINs, and any
 * other may ask to be paired. The files of the page itself hold nothing about anybody.
 */
@Path("/door")
@PermitAll
public class DoorScreenResource {

    private static final System.Logger LOG = System.getLogger(DoorScreenResource.class.getName());

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final DoorFeed feed;
    private final LintelConfig config;
    private final StandingWarnings standing;
    private final PinEntry pins;
    private final DoorScreens screens;
    private final CurrentChallenge challenge;
    private final DoorScreenCaller caller;
    private final PairedScreens paired;
    private final SetUpOffer setUp;
    private final ImmediateSettings settings;
    private final ScreenFiles files = new ScreenFiles(Installation.current().doorScreenFolder());

    /**
     * How the screen is set up.
     *
     * @param language two letters
     * @param help whom to call; empty for nobody
     * @param demo whether this is only a demonstration
     * @param warnings codes of what is permanently wrong, such as liveness that is off; a real door tells nobody in the street
     */
    @RegisterForReflection
    public record ScreenSettings(String language, String help, boolean demo, List<String> warnings) {}

    /** What the PIN pad sends. Both may be anything. */
    @RegisterForReflection
    public record TypedPin(
            @Nullable String ticket, @Nullable String pin) {}

    DoorScreenResource(
            DoorFeed feed,
            LintelConfig config,
            StandingWarnings standing,
            PinEntry pins,
            DoorScreens screens,
            CurrentChallenge challenge,
            DoorScreenCaller caller,
            PairedScreens paired,
            SetUpOffer setUp,
            ImmediateSettings settings) {
        this.feed = feed;
        this.config = config;
        this.standing = standing;
        this.pins = pins;
        this.screens = screens;
        this.challenge = challenge;
        this.caller = caller;
        this.paired = paired;
        this.setUp = setUp;
        this.settings = settings;
    }

    /** The page; its files' addresses are relative, hence the slash at its own's end. */
    @GET
    public Response page(@Context UriInfo address, @Context Request request) throws IOException {
        if (!address.getRequestUri().getPath().endsWith("/")) {
            return Response.status(Response.Status.FOUND)
                    .header("Location", "/door/")
                    .build();
        }
        Optional<Screen> screen = caller.find();
        if (screen.isEmpty()) {
            return file("pair.html", request);
        }
        if (screen.get().paired().isPresent()) {
            caller.secret().ifPresent(caller::keep);
        } else if (setUp.isForTheDoorScreen()) {
            return file("set-up.html", request);
        }
        return file("index.html", request);
    }

    /** What a screen that is not known shows: a code for an admin. */
    @RegisterForReflection
    public record PairingJson(boolean paired, @Nullable String code) {}

    /** Asks for a code, which an admin has to confirm. */
    @POST
    @Path("pairing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public PairingJson pair() {
        if (caller.find().isPresent()) {
            return new PairingJson(true, null);
        }
        PairedScreens.Asked asked = paired.ask(caller.address());
        caller.keep(asked.secret());
        return new PairingJson(false, asked.code());
    }

    /** Whether the code has been confirmed; without a code in the answer it is over. */
    @GET
    @Path("pairing")
    @Produces(MediaType.APPLICATION_JSON)
    public PairingJson pairing() {
        return caller.find().isPresent()
                ? new PairingJson(true, null)
                : new PairingJson(
                        false, caller.secret().flatMap(paired::waitingCode).orElse(null));
    }

    @GET
    @Path("{file: .+}")
    public Response file(@PathParam("file") String address, @Context Request request) throws IOException {
        Optional<ScreenFile> found = files.find(address);
        if (found.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        ScreenFile file = found.get();
        EntityTag version = new EntityTag(file.version());
        Response.ResponseBuilder answer = request.evaluatePreconditions(version);
        if (answer == null) {
            answer = Response.ok(Files.readAllBytes(file.path()), file.type());
        }
        return answer.tag(version)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GET
    @Path("screen")
    @Produces(MediaType.APPLICATION_JSON)
    public ScreenSettings screen() {
        caller.known();
        LintelConfig.DoorScreen screen = settings.now().doorScreen();
        boolean demo = RunMode.of(config) == RunMode.DEMO;
        List<String> warnings = demo
                ? standing.now().stream()
                        .filter(StandingWarnings.Warning::severe)
                        .map(StandingWarnings.Warning::code)
                        .toList()
                : List.of();
        return new ScreenSettings(screen.language(), screen.help().orElse(""), demo, warnings);
    }

    /**
     * A PIN typed at the door. The answer is always the same and comes at once: whether it was right, or meant anybody, is seen at
     * the door and nowhere else. JSON only, so that no form of another site can send one.
     */
    @POST
    @Path("pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pin(@Nullable TypedPin typed) {
        caller.known();
        if (typed != null && typed.ticket() != null && typed.pin() != null) {
            pins.enter(typed.ticket(), typed.pin());
        }
        return Response.accepted().build();
    }

    /** {@code door} events hold a {@link ScreenState}: at once, at each change, and the same one again every five seconds. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Screen screen = caller.known();
        if (feed.streams().isFullFor(screen.key())) {
            throw new HttpProblem(503, "Too many door screens are connected", "close one of them");
        }
        return feed.scenes(screen.key())
                .map(scene -> sse.newEventBuilder()
                        .name("door")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(ScreenState.class, scene)
                        .build())
                .onSubscription()
                .invoke(() -> connected(screen))
                .onTermination()
                .invoke(() -> screens.disconnect(screen.key()));
    }

    private void connected(Screen screen) {
        if (screens.connect(screen.key())) {
            LOG.log(Level.INFO, "door-screen state=connected{0}", challenge());
        }
    }

    /** What a first screen may have changed. */
    private String challenge() {
        try {
            ChallengeInForce now = challenge.now();
            return " challenge=" + now.word() + " reason=\"" + now.why() + "\"";
        } catch (LintelException e) {
            return ""; // the models are not there yet: the page Now says it when they are
        }
    }
}
