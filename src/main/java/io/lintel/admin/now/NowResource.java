package io.lintel.admin.now;

import io.lintel.account.Role;
import io.lintel.admin.log.EventView;
import io.lintel.admin.log.LogReader;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.admin.text.Language;
import io.lintel.admin.text.TemplateTexts;
import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.camera.LivePicture.Picture;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.DoorOrder;
import io.lintel.service.DoorService;
import io.lintel.storage.StorageException;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;

/** The start page: the door as it is now. Without a script it shows how it was when it was loaded. */
@Path("/admin/now")
@Produces(MediaType.TEXT_HTML)
public class NowResource {

    private static final int DECISIONS = 6;

    private final Pages pages;
    private final Caller caller;
    private final LogReader book;
    private final SystemStatus system;
    private final DoorService orders;
    private final LiveFeed feed;

    NowResource(Pages pages, Caller caller, LogReader book, SystemStatus system, DoorService orders, LiveFeed feed) {
        this.pages = pages;
        this.caller = caller;
        this.book = book;
        this.system = system;
        this.orders = orders;
        this.feed = feed;
    }

    @CheckedTemplate(basePath = "now")
    static class Templates {
        static native TemplateInstance now(
                Page page,
                DoorCard door,
                boolean mayOrder,
                String csrf,
                List<EventView> events,
                long since,
                List<ComponentStatus> parts);

        static native TemplateInstance door(DoorCard door, boolean mayOrder, String csrf);

        static native TemplateInstance parts(List<ComponentStatus> parts);

        static native TemplateInstance row(EventView event);
    }

    /** A piece of the page, made anew. @param html made by the page's own templates */
    @RegisterForReflection
    public record Fragment(String html) {}

    /** @param time of the box, as people read it */
    @RegisterForReflection
    public record Beat(String time) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String now() {
        Page page = pages.page("Now", Section.NOW);
        List<EventView> events = lately();
        long since = events.isEmpty() ? 0 : events.getFirst().seq();
        return Templates.now(page, DoorCard.of(orders.status()), mayOrder(), caller.csrf(), events, since, system.now())
                .render();
    }

    /** A picture that the stream has named. */
    @GET
    @Path("picture/{number: \\d{1,18}}")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public byte[] picture(@PathParam("number") long number) {
        return feed.pictures()
                .find(number)
                .map(Picture::jpeg)
                .orElseThrow(() -> HttpProblem.notFound("This picture is over"));
    }

    /** One picture of now, for browsers without a script. */
    @GET
    @Path("still")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public byte[] still() throws InterruptedException {
        return feed.pictures()
                .one()
                .map(Picture::jpeg)
                .orElseThrow(() ->
                        new HttpProblem(503, "The camera delivers no picture", "look at the camera and its cable"));
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Multi<OutboundSseEvent> live(
            @Context Sse sse,
            @QueryParam("since") long since,
            @HeaderParam("Last-Event-ID") @DefaultValue("0") long last) {
        boolean mayOrder = mayOrder();
        String csrf = caller.csrf();
        Language language = pages.language();
        return feed.news(Math.max(since, last), caller).map(news -> switch (news) {
            case LiveFeed.News.Seen(var look) ->
                event(sse, "look", LiveOverlay.class, look.in(language)).build();
            case LiveFeed.News.Happened(var event) ->
                fragment(sse, "event", TemplateTexts.in(language, Templates.row(event)))
                        .id(Long.toString(event.seq()))
                        .build();
            case LiveFeed.News.DoorChanged(var door) ->
                fragment(sse, "door", TemplateTexts.in(language, Templates.door(door, mayOrder, csrf)))
                        .build();
            case LiveFeed.News.Beat(var time) ->
                event(sse, "beat", Beat.class, new Beat(time)).build();
            case LiveFeed.News.PartsChanged(var changed) ->
                fragment(sse, "parts", TemplateTexts.in(language, Templates.parts(changed)))
                        .build();
        });
    }

    @POST
    @Path("door/{order}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response order(@PathParam("order") String word) {
        DoorOrder order =
                DoorOrder.of(word).orElseThrow(() -> HttpProblem.notFound("The door knows no order '" + word + "'"));
        try {
            return pages.back(
                    "/admin/now", FlashMessage.good(orders.give(caller.actor().name(), order)));
        } catch (LintelException e) {
            return pages.back("/admin/now", FlashMessage.of(e));
        }
    }

    private boolean mayOrder() {
        return caller.isOneOf(Role.ADMIN, Role.OPERATOR);
    }

    /** Empty while the database cannot be read: the parts say so, and the rest of the page is needed all the more. */
    private List<EventView> lately() {
        try {
            return book.newest(LiveFeed.DECISIONS, DECISIONS);
        } catch (StorageException e) {
            return List.of();
        }
    }

    private static OutboundSseEvent.Builder fragment(Sse sse, String name, TemplateInstance template) {
        return event(sse, name, Fragment.class, new Fragment(template.render()));
    }

    private static <T> OutboundSseEvent.Builder event(Sse sse, String name, Class<T> type, T data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(type, data);
    }
}
