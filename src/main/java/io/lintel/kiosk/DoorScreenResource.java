package io.lintel.kiosk;

import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceModels;
import io.lintel.kiosk.ScreenFiles.ScreenFile;
import io.lintel.system.LintelException;
import io.lintel.wiring.ChallengeInForce;
import io.lintel.wiring.DoorScreens;
import io.lintel.wiring.Serving;
import io.lintel.wiring.StandingWarnings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door screen's addresses. Public: whoever stands at the door sees all of it. */
@Path("/door")
@PermitAll
public class DoorScreenResource {

    private static final System.Logger LOG = System.getLogger(DoorScreenResource.class.getName());

    /** {@code door.js} gives the server up after three of them. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final DoorFeed feed;
    private final LintelConfig config;
    private final StandingWarnings standing;
    private final Serving serving;
    private final DoorScreens screens;
    private final Instance<FaceModels> models;
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
            Serving serving,
            DoorScreens screens,
            Instance<FaceModels> models) {
        this.feed = feed;
        this.config = config;
        this.standing = standing;
        this.serving = serving;
        this.screens = screens;
        this.models = models;
    }

    /** The page; its files' addresses are relative, hence the slash at its own's end. */
    @GET
    public Response page(@Context UriInfo address, @Context Request request) throws IOException {
        return address.getRequestUri().getPath().endsWith("/")
                ? file("index.html", request)
                : Response.status(Response.Status.FOUND)
                        .header("Location", "/door/")
                        .build();
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
        LintelConfig.DoorScreen screen = config.doorScreen();
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
        if (typed != null && typed.ticket() != null && typed.pin() != null) {
            serving.pins().enter(typed.ticket(), typed.pin());
        }
        return Response.accepted().build();
    }

    /** {@code door} events hold a {@link Scene}; a {@code beat} says that there is nothing new. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<OutboundSseEvent> scenes = feed.scenes()
                .map(scene -> sse.newEventBuilder()
                        .name("door")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Scene.class, scene)
                        .build());
        // A browser drops an event without data.
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .every(BEAT)
                .onOverflow()
                .drop()
                .map(count -> sse.newEventBuilder()
                        .name("beat")
                        .data(String.class, Long.toString(count))
                        .build());
        return Multi.createBy()
                .merging()
                .streams(scenes, beats)
                .onSubscription()
                .invoke(this::connected);
    }

    private void connected() {
        if (screens.connect()) {
            LOG.log(Level.INFO, "door-screen state=connected{0}", challenge());
        }
    }

    /** What a first screen may have changed. */
    private String challenge() {
        try {
            ChallengeInForce challenge =
                    ChallengeInForce.of(config, models.get().livenessSet(), screens.haveConnected());
            return " challenge=" + challenge.word() + " reason=\"" + challenge.why() + "\"";
        } catch (LintelException e) {
            return ""; // the models are not there yet: the page Now says it when they are
        }
    }
}
