package io.lintel.api;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.security.StreamLimit;
import io.lintel.security.StreamPasses;
import io.lintel.service.DoorService;
import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import io.lintel.web.Ticks;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens: the tail of the log, so that a program that was away goes on where it was. */
@Path("/api/v1/events")
@Tag(name = "log")
public class EventsApi {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ROWS_AT_ONCE = 200;
    private static final int MOST_STREAMS = 16;
    private static final int MOST_EACH = 4;

    private final LogService log;
    private final DoorService door;
    private final EventPages pages;
    private final Caller caller;
    private final StreamPasses passes;
    private final StreamLimit streams = new StreamLimit(MOST_STREAMS, MOST_EACH);

    EventsApi(LogService log, DoorService door, EventPages pages, Caller caller, StreamPasses passes) {
        this.caller = caller;
        this.passes = passes;
        this.log = log;
        this.door = door;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(
            summary = "Server-sent events",
            description =
                    "'decision' and 'event' hold an event of the log, 'door' the door's state: at once and at each"
                            + " change. 'beat' comes every 15 s. The id is the row's number: Last-Event-ID goes on after"
                            + " it. Ends after ten minutes, and with the token or session that it was opened by; connect"
                            + " again.")
    public Multi<OutboundSseEvent> events(
            @Context Sse sse, @BeanParam EventQuery query, @HeaderParam("Last-Event-ID") @Nullable Long last) {
        AuditFilter filter = query.filter();
        Long from = Parameters.cursor("Last-Event-ID", last);
        AtomicLong seen = new AtomicLong(from != null ? from : log.last());
        Multi<OutboundSseEvent> rows = Ticks.every(LOOK_AGAIN)
                .onItem()
                .transformToIterable(tick -> news(filter, seen))
                .map(row -> event(sse, row));
        Multi<OutboundSseEvent> door = Ticks.every(LOOK_AGAIN)
                .map(tick -> DoorJson.of(this.door.status()))
                .skip()
                .repetitions()
                .map(state -> sse.newEventBuilder()
                        .name("door")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(DoorJson.class, state)
                        .build());
        Multi<OutboundSseEvent> beats = Ticks.every(BEAT)
                .map(beat -> sse.newEventBuilder()
                        .name("beat")
                        .data(String.class, Long.toString(beat))
                        .build());
        // Of each kind one at a time: what a slow reader has not taken is asked for again when it does, not kept.
        Multi<OutboundSseEvent> all = Multi.createBy().merging().withRequests(1).streams(rows, door, beats);
        return streams.count(
                caller.actor().name(),
                passes.whileInForce(caller.credential(), all).select().first(LONGEST));
    }

    private List<AuditRow> news(AuditFilter filter, AtomicLong seen) {
        try {
            AuditPage page = log.page(filter, null, seen.get(), ROWS_AT_ONCE);
            List<AuditRow> rows = page.rows().reversed();
            Long next = page.next();
            if (next != null) {
                seen.set(next);
            } else if (!rows.isEmpty()) {
                seen.set(rows.getLast().seq());
            }
            return rows;
        } catch (LintelException e) {
            // A database that comes back must not need a new stream; health says what is wrong.
            return List.of();
        }
    }

    private OutboundSseEvent event(Sse sse, AuditRow row) {
        AuditKind kind = row.event().kind();
        boolean decision = AuditKind.DECISIONS.contains(kind);
        return sse.newEventBuilder()
                .id(Long.toString(row.seq()))
                .name(decision ? "decision" : "event")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(EventJson.class, pages.json(row))
                .build();
    }
}
