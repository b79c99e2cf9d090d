package io.lintel.admin.start;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.door.gpio.LineSurvey;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FirstSteps.Step;
import io.lintel.service.LineLevels;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which lock it is, and on which lines it hangs. */
@Path("/admin/first-steps/lock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class LockStepResource {

    private static final String DOOR = "lintel.door.";
    private static final List<String> LINES = List.of("relay", "sensor", "exit-button", "fire", "tamper");

    private final StepPages frame;
    private final LineLevels levels;
    private final Caller caller;

    LockStepResource(StepPages frame, LineLevels levels, Caller caller) {
        this.frame = frame;
        this.levels = levels;
        this.caller = caller;
    }

    /**
     * What stands in the form.
     *
     * @param lines whether this box has any
     * @param trouble why they cannot be listed; empty when they can
     */
    @TemplateData
    public record LockForm(
            List<LockKind> kinds,
            String chosen,
            List<LineField> fields,
            boolean activeLow,
            boolean lines,
            String trouble) {}

    /** @param state closed, open, used, output, or the reason why there is none */
    @RegisterForReflection
    public record LevelJson(String line, String state) {}

    @CheckedTemplate(basePath = "start")
    static class Templates {
        static native TemplateInstance lock(Page page, List<StepView> steps, LockForm form);
    }

    @GET
    public String form() {
        Map<String, String> values = new LinkedHashMap<>();
        LINES.forEach(line -> values.put(DOOR + line, frame.value(DOOR + line)));
        String kind = frame.value(DOOR + "wiring").equals("fail-safe") ? "maglock" : "strike";
        return page(
                frame.page(Step.LOCK),
                kind,
                values,
                frame.value(DOOR + "relay-active-low").equals("true"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> form) {
        LockKind kind = LockKind.of(String.valueOf(form.getFirst("kind")))
                .orElseThrow(() -> HttpProblem.notFound("There is no such lock"));
        Map<String, String> values = new LinkedHashMap<>();
        LINES.stream()
                .map(line -> DOOR + line)
                .filter(form::containsKey)
                .forEach(key ->
                        values.put(key, String.valueOf(form.getFirst(key)).strip()));
        boolean activeLow = "true".equals(form.getFirst("active-low"));
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(DOOR + "wiring", kind.wiring());
        all.put(DOOR + "relay-active-low", Boolean.toString(activeLow));
        if (!"true".equals(form.getFirst("sure"))) {
            Page page = frame.page(Step.LOCK)
                    .with(FlashMessage.bad(
                            "A wrong line can leave the door open", "confirm that you stand at the door"));
            return Response.status(422)
                    .entity(page(page, kind.word(), values, activeLow))
                    .build();
        }
        try {
            frame.save(caller.actor().name(), all);
            return frame.done(Step.LOCK, "The wiring is saved");
        } catch (LintelException e) {
            Page page = frame.page(Step.LOCK).with(FlashMessage.of(e));
            return Response.status(422)
                    .entity(page(page, kind.word(), values, activeLow))
                    .build();
        }
    }

    /** The contacts that stand in the form, as they are now. */
    @GET
    @Path("levels")
    @Produces(MediaType.APPLICATION_JSON)
    public List<LevelJson> levels(@QueryParam("line") @DefaultValue("") List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .distinct()
                .limit(LINES.size())
                .map(line -> new LevelJson(line, levels.state(line)))
                .toList();
    }

    private String page(Page page, String kind, Map<String, String> values, boolean activeLow) {
        List<LineSurvey.Line> lines = List.of();
        String trouble = "";
        try {
            lines = levels.lines();
        } catch (LintelException e) {
            trouble = e.getMessage() + ": " + e.remedy();
        }
        List<LineSurvey.Line> found = lines;
        List<LineField> fields = LINES.stream()
                .map(line -> LineField.of(
                        line,
                        DOOR + line,
                        values.getOrDefault(DOOR + line, ""),
                        frame.setting(DOOR + line).isReadOnly(),
                        found))
                .toList();
        LockForm form =
                new LockForm(Arrays.asList(LockKind.values()), kind, fields, activeLow, !found.isEmpty(), trouble);
        return Templates.lock(page, frame.list(Step.LOCK), form).render();
    }
}
