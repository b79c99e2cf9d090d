package io.lintel.admin.tuning;

import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.security.Roles;
import io.lintel.wiring.DecisionInForce;
import io.lintel.wiring.ImmediateSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Threshold and liveness, from measurements: what the values in force mean, and what others would. */
@Path("/admin/tuning")
@Produces(MediaType.TEXT_HTML)
public class TuningResource {

    private final Pages pages;
    private final ImmediateSettings settings;
    private final Instance<FaceModels> models;
    private final Gallery gallery;

    TuningResource(Pages pages, ImmediateSettings settings, Instance<FaceModels> models, Gallery gallery) {
        this.pages = pages;
        this.settings = settings;
        this.models = models;
        this.gallery = gallery;
    }

    @CheckedTemplate(basePath = "tuning")
    static class Templates {
        static native TemplateInstance tuning(Page page, TuningView view);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String tuning() {
        DecisionInForce force = DecisionInForce.of(settings.now(), models.get(), gallery);
        TuningView view = TuningView.of(force, MeasuredReport.read(), force::forGallery);
        return Templates.tuning(pages.page("Tuning", Section.TUNING), view).render();
    }
}
