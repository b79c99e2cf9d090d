package io.lintel.admin.box;

import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.alarm.SenderStatus;
import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.wiring.RecentLog;
import io.lintel.wiring.TestNotification;
import io.lintel.wiring.checkup.CheckupFinding;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;

/** How this box is, and what to do about it. */
@Path("/admin/box")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
@TemplateData(target = SenderStatus.class)
public class BoxResource {

    private static final int LINES = 200;

    private final BoxFacts facts;
    private final SystemStatus system;
    private final TestNotification notifications;
    private final SupportFile support;
    private final Pages pages;
    private final Caller caller;
    private final ZoneId zone;

    BoxResource(
            BoxFacts facts,
            SystemStatus system,
            TestNotification notifications,
            SupportFile support,
            Pages pages,
            Caller caller,
            ZoneId zone) {
        this.facts = facts;
        this.system = system;
        this.notifications = notifications;
        this.support = support;
        this.pages = pages;
        this.caller = caller;
        this.zone = zone;
    }

    /** A finding as the page shows it. @param style of the list of components */
    @TemplateData
    public record Finding(String part, String style, String detail, String remedy) {

        static Finding of(CheckupFinding finding) {
            String style = switch (finding.state()) {
                case OK -> "good";
                case NOTE -> "warning";
                case PROBLEM -> "bad";
            };
            return new Finding(finding.part(), style, finding.detail(), finding.remedy());
        }
    }

    /** A line of the log. */
    @TemplateData
    public record LogLine(String at, String level, String text) {}

    @CheckedTemplate(basePath = "box")
    static class Templates {
        static native TemplateInstance box(
                Page page,
                List<BoxFacts.Fact> facts,
                List<ComponentStatus> parts,
                List<Finding> findings,
                List<SenderStatus> receivers);

        static native TemplateInstance log(Page page, List<LogLine> lines);
    }

    @GET
    public String page() {
        return page(List.of());
    }

    /** What {@code lintel doctor} does. */
    @POST
    @Path("examine")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String examine() {
        return page(facts.examine().stream().map(Finding::of).toList());
    }

    private String page(List<Finding> findings) {
        return Templates.box(
                        pages.page("This box", Section.THIS_BOX),
                        facts.list(),
                        system.now(),
                        findings,
                        notifications.receivers())
                .render();
    }

    @GET
    @Path("log")
    public String log() {
        List<RecentLog.Line> lines = RecentLog.ofThisRun();
        return Templates.log(
                        pages.page("Lines of the program's log", Section.THIS_BOX),
                        lines.reversed().stream()
                                .limit(LINES)
                                .map(line -> new LogLine(
                                        DisplayTime.text(line.at(), zone),
                                        line.level(),
                                        SupportFile.masked(line.text())))
                                .toList())
                .render();
    }

    @POST
    @Path("notification")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test() {
        if (notifications.receivers().isEmpty()) {
            return pages.back(
                    "/admin/box",
                    FlashMessage.bad(
                            "No receiver is set", "set a webhook or an MQTT broker under Settings, Notifications"));
        }
        notifications.send(caller.actor().name());
        return pages.back("/admin/box#notifications", FlashMessage.good("The test notification is on its way"));
    }

    @GET
    @Path("support")
    @Produces(MediaType.TEXT_PLAIN)
    public Response support() {
        return Response.ok(support.text())
                .header("Content-Disposition", "attachment; filename=\"lintel-support.txt\"")
                .build();
    }
}
