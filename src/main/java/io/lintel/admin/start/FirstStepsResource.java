package io.lintel.admin.start;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.setting.RestartView;
import io.lintel.admin.setting.TimeZones;
import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import io.lintel.admin.text.RequestLanguage;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FirstSteps;
import io.lintel.service.FirstSteps.State;
import io.lintel.service.FirstSteps.Step;
import io.lintel.system.LintelException;
import io.lintel.system.MachineName;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of steps, and those that are a few fields: language, place, first person. */
@Path("/admin/first-steps")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class FirstStepsResource {

    private final FirstSteps steps;
    private final StepPages frame;
    private final Pages pages;
    private final RequestLanguage language;
    private final Caller caller;

    FirstStepsResource(FirstSteps steps, StepPages frame, Pages pages, RequestLanguage language, Caller caller) {
        this.steps = steps;
        this.frame = frame;
        this.pages = pages;
        this.language = language;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "start")
    static class Templates {
        static native TemplateInstance overview(Page page, List<StepView> steps, String next, RestartView restart);

        static native TemplateInstance language(
                Page page, List<StepView> steps, List<Page.Choice> languages, String chosen);

        static native TemplateInstance place(
                Page page, List<StepView> steps, String name, String standard, String zone, List<String> zones);

        static native TemplateInstance person(Page page, List<StepView> steps, RestartView restart);
    }

    @GET
    public String overview() {
        return Templates.overview(
                        frame.overview(),
                        StepView.all(steps),
                        steps.next(null).map(Step::word).orElse(""),
                        frame.restart())
                .render();
    }

    @GET
    @Path("language")
    public String language() {
        return Templates.language(
                        frame.page(Step.LANGUAGE),
                        frame.list(Step.LANGUAGE),
                        Languages.all().stream()
                                .map(each -> new Page.Choice(each.code(), each.name(), each == pages.language()))
                                .toList(),
                        pages.language().code())
                .render();
    }

    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response chooseLanguage(@FormParam("language") @DefaultValue("") String code) {
        Optional<Language> chosen = Languages.of(code);
        if (chosen.isEmpty()) {
            throw HttpProblem.notFound("There is no such language");
        }
        frame.save(caller.actor().name(), Map.of("lintel.door-screen.language", code));
        language.choose(chosen.get());
        return frame.done(Step.LANGUAGE, "The language is set");
    }

    @GET
    @Path("place")
    public String place() {
        return place(
                frame.page(Step.PLACE), frame.value("lintel.alarm.device"), frame.value("lintel.decision.time-zone"));
    }

    @POST
    @Path("place")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response savePlace(
            @FormParam("name") @DefaultValue("") String name, @FormParam("zone") @DefaultValue("") String zone) {
        try {
            frame.save(caller.actor().name(), Map.of("lintel.alarm.device", name, "lintel.decision.time-zone", zone));
            return frame.done(Step.PLACE, "Name and time zone are saved");
        } catch (LintelException e) {
            Page page = frame.page(Step.PLACE).with(FlashMessage.of(e));
            return Response.status(422).entity(place(page, name, zone)).build();
        }
    }

    private String place(Page page, String name, String zone) {
        return Templates.place(
                        page,
                        frame.list(Step.PLACE),
                        name,
                        MachineName.current().orElse("lintel"),
                        zone,
                        TimeZones.known())
                .render();
    }

    @GET
    @Path("person")
    public String person() {
        return Templates.person(frame.page(Step.PERSON), frame.list(Step.PERSON), frame.restart())
                .render();
    }

    /** Leaves a step for later. */
    @POST
    @Path("{step}/skip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response skip(@PathParam("step") String word) {
        Step step = Step.of(word).orElseThrow(() -> HttpProblem.notFound("There is no such step"));
        return frame.skipped(step);
    }

    /** Nobody wants to be asked again. */
    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end() {
        steps.states().forEach((step, state) -> {
            if (state == State.OPEN) {
                steps.mark(step, State.SKIPPED);
            }
        });
        return pages.back("/admin/now", FlashMessage.good("You find the first steps on the page This box"));
    }
}
