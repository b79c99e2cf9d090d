package io.lintel.admin.log;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.Snapshots;
import io.lintel.service.visit.VisitConfirmations;
import io.lintel.service.visit.VisitLearning;
import io.lintel.service.visit.VisitVerdict;
import io.lintel.system.LintelException;
import io.lintel.web.KeptPhotos;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** What operators say about a visit in the log, and what may be learnt from it. */
@Path("/admin/visits/{seq: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class VisitResource {

    private final VisitConfirmations confirmations;
    private final VisitLearning learning;
    private final Snapshots snapshots;
    private final KeptPhotos kept;
    private final Pages pages;
    private final Caller caller;

    VisitResource(
            VisitConfirmations confirmations,
            VisitLearning learning,
            Snapshots snapshots,
            KeptPhotos kept,
            Pages pages,
            Caller caller) {
        this.confirmations = confirmations;
        this.learning = learning;
        this.snapshots = snapshots;
        this.kept = kept;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "log")
    static class Templates {
        static native TemplateInstance proposal(Page page, ProposalView proposal, String warning);
    }

    /** Says who it was. */
    @POST
    @Path("verdict")
    public Response verdict(@PathParam("seq") long seq, @FormParam("verdict") @DefaultValue("") String word) {
        VisitVerdict verdict = VisitVerdict.ofCode(word)
                .orElseThrow(() -> new HttpProblem(400, "There is no such answer", "answer them or not-them"));
        return done(seq, "This is written to the log", () -> confirmations.confirm(actor(), seq, verdict));
    }

    /** What a template of the picture would change. */
    @GET
    @Path("proposal")
    public Response proposal(@PathParam("seq") long seq) {
        try {
            return Response.ok(page(seq, "")).build();
        } catch (LintelException e) {
            return pages.back(row(seq), FlashMessage.of(e));
        }
    }

    /** Makes a template of the picture. */
    @POST
    @Path("template")
    public Response accept(@PathParam("seq") long seq, @FormParam("allow_look_alike") boolean allowLookAlike) {
        try {
            return switch (learning.accept(actor(), seq, allowLookAlike)) {
                case EnrolmentOutcome.Enrolled done ->
                    pages.back(row(seq), FlashMessage.good("The picture is a template now"));
                case EnrolmentOutcome.Refused refused -> pages.back(row(seq), refused(refused));
                case EnrolmentOutcome.NeedsConfirmation asked ->
                    Response.status(422)
                            .entity(page(
                                    seq,
                                    asked.warnings().stream()
                                            .map(EnrolmentWarning::message)
                                            .collect(Collectors.joining(", "))))
                            .build();
            };
        } catch (LintelException e) {
            return pages.back(row(seq), FlashMessage.of(e));
        }
    }

    /** Takes that template back. */
    @POST
    @Path("template/undo")
    public Response undo(@PathParam("seq") long seq) {
        return done(seq, "The template is gone", () -> learning.undo(actor(), seq));
    }

    /** Takes the picture to the form for a new person. */
    @POST
    @Path("enrol")
    public Response enrol(@PathParam("seq") long seq) {
        byte[] picture =
                snapshots.find(seq).orElseThrow(() -> HttpProblem.notFound("There is no picture of row " + seq));
        return pages.back("/admin/people/new?kept=" + kept.keep(actor(), "row-" + seq + ".jpg", picture));
    }

    private String page(long seq, String warning) {
        return Templates.proposal(
                        pages.page("A template of this visit", Section.LOG),
                        ProposalView.of(learning.propose(seq)),
                        warning)
                .render();
    }

    private static FlashMessage refused(EnrolmentOutcome.Refused refused) {
        ShotProblem problem = refused.problems().getFirst();
        return FlashMessage.bad("Nothing was stored: " + problem.what(), problem.advice());
    }

    private Response done(long seq, String what, Runnable work) {
        try {
            work.run();
            return pages.back(row(seq), FlashMessage.good(what));
        } catch (LintelException e) {
            return pages.back(row(seq), FlashMessage.of(e));
        }
    }

    private static String row(long seq) {
        return "/admin/log/" + seq;
    }

    private String actor() {
        return caller.actor().name();
    }
}
