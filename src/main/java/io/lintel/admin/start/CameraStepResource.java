package io.lintel.admin.start;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.camera.PictureOrientation;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.CameraTrial;
import io.lintel.service.FirstSteps.Step;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Which camera, and how it hangs, with a picture of it before anything is saved. */
@Path("/admin/first-steps/camera")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class CameraStepResource {

    private static final String OTHER = "other";
    private static final List<String> TURNS = List.of("0", "90", "180", "270");

    private final StepPages frame;
    private final CameraTrial trial;
    private final Caller caller;

    CameraStepResource(StepPages frame, CameraTrial trial, Caller caller) {
        this.frame = frame;
        this.trial = trial;
        this.caller = caller;
    }

    /** One camera to choose. @param name what its maker calls it; empty for the first one that is found */
    @TemplateData
    public record CameraChoice(String address, String name, boolean chosen) {}

    /**
     * What stands in the form.
     *
     * @param address that of a network camera or another one that is not in the list; may be empty
     * @param picture a test picture as an address of its own; empty for none
     */
    @TemplateData
    public record CameraForm(
            List<CameraChoice> cameras,
            boolean other,
            String address,
            List<Page.Choice> turns,
            boolean mirrored,
            String picture) {}

    @CheckedTemplate(basePath = "start")
    static class Templates {
        static native TemplateInstance camera(Page page, List<StepView> steps, CameraForm form);
    }

    @GET
    public String form() {
        return page(
                frame.page(Step.CAMERA),
                frame.value("lintel.camera.source"),
                frame.value("lintel.camera.rotate"),
                frame.value("lintel.camera.mirror").equals("true"),
                "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @FormParam("camera") @DefaultValue("") String camera,
            @FormParam("address") @DefaultValue("") String typed,
            @FormParam("rotate") @DefaultValue("0") String rotate,
            @FormParam("mirror") @DefaultValue("false") boolean mirror,
            @FormParam("what") @DefaultValue("save") String what)
            throws InterruptedException {
        String address = camera.equals(OTHER) ? typed.strip() : camera;
        Page page = frame.page(Step.CAMERA);
        try {
            if (what.equals("test")) {
                byte[] jpeg = trial.picture(address, orientation(rotate, mirror));
                String picture = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
                return Response.ok(page(page, address, rotate, mirror, picture)).build();
            }
            frame.save(
                    caller.actor().name(),
                    Map.of(
                            "lintel.camera.source", address,
                            "lintel.camera.rotate", rotate,
                            "lintel.camera.mirror", Boolean.toString(mirror)));
            return frame.done(Step.CAMERA, "The camera is chosen");
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(page(page.with(FlashMessage.of(e)), address, rotate, mirror, ""))
                    .build();
        }
    }

    private static PictureOrientation orientation(String rotate, boolean mirror) {
        return new PictureOrientation(TURNS.contains(rotate) ? Integer.parseInt(rotate) : 0, mirror);
    }

    private String page(Page page, String address, String rotate, boolean mirror, String picture) {
        List<CameraChoice> cameras = new ArrayList<>();
        cameras.add(new CameraChoice("v4l2", "", address.equals("v4l2") || address.equals("auto")));
        trial.attached()
                .forEach(each -> cameras.add(new CameraChoice(
                        each.address(), each.name(), each.address().equals(address))));
        boolean other = cameras.stream().noneMatch(CameraChoice::chosen);
        CameraForm form = new CameraForm(
                cameras,
                other,
                other ? address : "",
                TURNS.stream()
                        .map(turn -> new Page.Choice(turn, turn, turn.equals(rotate)))
                        .toList(),
                mirror,
                picture);
        return Templates.camera(page, frame.list(Step.CAMERA), form).render();
    }
}
