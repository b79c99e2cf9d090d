package io.lintel.admin.tuning;

import io.lintel.account.Role;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.ConfirmationNeeded;
import io.lintel.service.PersonNames;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
import io.lintel.service.tuning.TuningService;
import io.lintel.system.LintelException;
import io.lintel.wiring.DecisionInForce;
import io.lintel.wiring.ImmediateSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threshold and liveness, from measurements and from this door's last weeks: what the values in force mean, and what others would. */
@Path("/admin/tuning")
@Produces(MediaType.TEXT_HTML)
public class TuningResource {

    private static final String HERE = "/admin/tuning";
    private static final String FLOOR = "lintel.decision.lowest-threshold";

    private final Pages pages;
    private final Caller caller;
    private final ImmediateSettings live;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final TuningService tuning;
    private final SettingsService settings;
    private final PersonNames names;

    TuningResource(
            Pages pages,
            Caller caller,
            ImmediateSettings live,
            Instance<FaceModels> models,
            Gallery gallery,
            TuningService tuning,
            SettingsService settings,
            PersonNames names) {
        this.pages = pages;
        this.caller = caller;
        this.live = live;
        this.models = models;
        this.gallery = gallery;
        this.tuning = tuning;
        this.settings = settings;
        this.names = names;
    }

    @CheckedTemplate(basePath = "tuning")
    static class Templates {
        static native TemplateInstance tuning(Page page, TuningView view, SiteView site);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String tuning() {
        return page(pages.page("Tuning", Section.TUNING), "", null);
    }

    /** Sets the lowest threshold, at once. @param floor empty for the embedder's own */
    @POST
    @Path("threshold")
    @RolesAllowed(Roles.ADMIN)
    public Response set(@FormParam("floor") @DefaultValue("") String floor, @FormParam("confirmed") boolean confirmed) {
        try {
            List<Setting> changed =
                    settings.changeAll(caller.actor().name(), Map.of(FLOOR, floor), confirmed || isStricter(floor));
            return pages.back(
                    HERE, FlashMessage.good(changed.isEmpty() ? "Nothing was changed" : "Saved, and in force now"));
        } catch (LintelException e) {
            String question = e instanceof ConfirmationNeeded ? String.valueOf(e.getMessage()) : "";
            Page page = pages.page("Tuning", Section.TUNING).with(FlashMessage.of(e));
            return Response.status(422).entity(page(page, question, floor)).build();
        }
    }

    /** The embedder's own threshold is no value that the settings could compare. */
    private boolean isStricter(String floor) {
        DecisionInForce force = DecisionInForce.of(live.now(), models.get(), gallery);
        try {
            return (floor.isBlank() ? force.standardFloor() : Double.parseDouble(floor))
                    >= force.threshold().floor();
        } catch (NumberFormatException e) {
            return false; // the check of the settings says what is wrong with it
        }
    }

    private String page(Page page, String question, @Nullable String typed) {
        DecisionInForce force = DecisionInForce.of(live.now(), models.get(), gallery);
        Setting setting = settings.find(FLOOR);
        SiteView.Form form = new SiteView.Form(
                caller.isOneOf(Role.ADMIN) && !setting.isReadOnly(),
                setting.isReadOnly() ? "It is set by the environment, which outranks this page" : "",
                question,
                typed);
        TuningView view = TuningView.of(force, MeasuredReport.read(), force::forGallery);
        SiteView site = SiteView.of(force, tuning, gallery, names, pages.zone(), form);
        return Templates.tuning(page, view, site).render();
    }
}
