package io.lintel.admin.log;

import io.lintel.account.Role;
import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.LogService;
import io.lintel.service.PersonNames;
import io.lintel.service.Snapshots;
import io.lintel.service.tuning.TuningService;
import io.lintel.service.visit.VisitConfirmations;
import io.lintel.service.visit.VisitLearning;
import io.lintel.system.MachineName;
import io.lintel.web.LogDownload;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened: found, explained, exported. */
@Path("/admin/log")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
public class LogResource {

    private final LogService log;
    private final Pages pages;
    private final Caller caller;
    private final LogReader book;
    private final PersonNames names;
    private final Snapshots snapshots;
    private final VisitView.Sources visits;
    private final ZoneId zone;

    LogResource(
            LogService log,
            Pages pages,
            Caller caller,
            LogReader book,
            PersonNames names,
            Snapshots snapshots,
            VisitConfirmations confirmations,
            VisitLearning learning,
            TuningService tuning,
            ZoneId zone) {
        this.visits = new VisitView.Sources(confirmations, learning, tuning, snapshots);
        this.zone = zone;
        this.log = log;
        this.pages = pages;
        this.caller = caller;
        this.book = book;
        this.names = names;
        this.snapshots = snapshots;
    }

    @CheckedTemplate(basePath = "log")
    static class Templates {
        static native TemplateInstance list(Page page, LogPage log);

        static native TemplateInstance print(Page page, LogPage log, String printed, String box);

        static native TemplateInstance event(
                Page page,
                EventView event,
                List<String> story,
                List<Check> checks,
                List<Detail> details,
                String kind,
                String reason,
                Boolean certificate,
                VisitView visit);
    }

    @GET
    public String list(
            @BeanParam LogQuery query,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after) {
        return Templates.list(pages.page("Log", Section.LOG), book.page(query, before, after))
                .render();
    }

    /** What the printer gets: up to a thousand rows, who printed them and when, and a line to sign on. */
    @GET
    @Path("print")
    public String print(@BeanParam LogQuery query) {
        return Templates.print(
                        pages.page("Log", Section.LOG),
                        book.onPaper(query),
                        DisplayTime.text(Instant.now(), zone),
                        MachineName.current().orElse(""))
                .render();
    }

    /** The number of the newest row that a query finds: a page that shows an older one asks for itself again. */
    @GET
    @Path("newest")
    @Produces(MediaType.TEXT_PLAIN)
    public String newest(@BeanParam LogQuery query) {
        return Long.toString(book.newest(query));
    }

    /** One event, with everything that is known about it. */
    @GET
    @Path("{seq: \\d{1,18}}")
    public String event(@PathParam("seq") long seq) {
        AuditRow row = row(seq);
        EventDetails details = EventDetails.of(row.event().details());
        DecisionExplanation explanation = DecisionExplanation.of(row.event(), details, names::of, zone);
        EventView view = book.view(row);
        return Templates.event(
                        pages.page(view.title(), Section.LOG),
                        view,
                        explanation.story(),
                        explanation.checks(),
                        Detail.of(details, zone),
                        row.event().kind().name(),
                        row.event().reason() == null ? "" : row.event().reason(),
                        row.event().kind() == AuditKind.PERSON_REMOVED && mayAct(),
                        mayAct() ? VisitView.of(row, visits) : VisitView.NONE)
                .render();
    }

    @GET
    @Path("{seq: \\d{1,18}}/snapshot")
    @Produces("image/jpeg")
    public byte[] snapshot(@PathParam("seq") long seq) {
        return snapshots.find(seq).orElseThrow(() -> HttpProblem.notFound("There is no picture of row " + seq));
    }

    /** All rows of a query, the oldest first. */
    @GET
    @Path("export")
    @Produces({"text/csv", "application/x-ndjson"})
    public Response export(@BeanParam LogQuery query, @QueryParam("format") @DefaultValue("csv") String format) {
        if (format.equals("csv")) {
            return LogDownload.of(
                    log.export(caller.actor().name(), book.filter(query), book.csv(), "CSV"), "text/csv", ".csv");
        }
        return LogDownload.of(log, caller.actor().name(), book.filter(query), format);
    }

    private boolean mayAct() {
        return caller.isOneOf(Role.ADMIN, Role.OPERATOR);
    }

    private AuditRow row(long seq) {
        return log.row(seq);
    }
}
