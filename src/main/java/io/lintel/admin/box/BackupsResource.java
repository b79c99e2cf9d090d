package io.lintel.admin.box;

import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.admin.setting.RestartView;
import io.lintel.backup.BackupInfo;
import io.lintel.backup.BackupKey;
import io.lintel.backup.Backups;
import io.lintel.config.LintelConfig;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.BackupService;
import io.lintel.service.SettingsService;
import io.lintel.system.LintelException;
import io.lintel.wiring.BackupSettings;
import io.lintel.wiring.Restart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Backups of this box: which there are, another one, and back to one. Restoring is the command's own staged way. */
@Path("/admin/box/backups")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class BackupsResource {

    private static final String HERE = "/admin/box/backups";

    private final BackupService service;
    private final SettingsService settings;
    private final Restart restart;
    private final LintelConfig config;
    private final Pages pages;
    private final Caller caller;
    private final ZoneId zone;

    BackupsResource(
            BackupService service,
            SettingsService settings,
            Restart restart,
            LintelConfig config,
            Pages pages,
            Caller caller,
            ZoneId zone) {
        this.service = service;
        this.settings = settings;
        this.restart = restart;
        this.config = config;
        this.pages = pages;
        this.caller = caller;
        this.zone = zone;
    }

    @TemplateData
    public record BackupView(String name, String made, String size) {}

    /**
     * What the page shows.
     *
     * @param folder empty where none is set
     * @param waiting what the backup is of that waits for the next start; empty where none does
     * @param secret a key that was just made, shown once; empty else
     */
    @TemplateData
    public record BackupsView(
            String folder, boolean encrypts, List<BackupView> backups, String trouble, String waiting, String secret) {}

    @CheckedTemplate(basePath = "box")
    static class Templates {
        static native TemplateInstance backups(Page page, BackupsView view, RestartView restart);
    }

    @GET
    public String page() {
        return page("");
    }

    private String page(String secret) {
        List<BackupView> list = List.of();
        String trouble = "";
        boolean folder = service.plan().folder().isPresent();
        try {
            list = folder ? service.list().stream().map(this::view).toList() : List.of();
        } catch (LintelException e) {
            trouble = e.getMessage() + ": " + e.remedy();
        }
        String waiting = BackupSettings.restore(config)
                .waiting()
                .map(info -> DisplayTime.text(info.made(), zone))
                .orElse("");
        BackupsView view = new BackupsView(
                service.plan().folder().map(Object::toString).orElse(""), encrypts(), list, trouble, waiting, secret);
        RestartView bar = RestartView.of(restart, settings.list());
        return Templates.backups(
                        pages.page("Backups", Section.THIS_BOX),
                        view,
                        new RestartView(bar.possible(), bar.needed() || !waiting.isEmpty(), bar.ordered()))
                .render();
    }

    private boolean encrypts() {
        try {
            return service.plan().key().get() instanceof BackupKey;
        } catch (LintelException e) {
            return false;
        }
    }

    private BackupView view(Backups.Made made) {
        return new BackupView(
                String.valueOf(made.file().getFileName()),
                DisplayTime.text(made.made(), zone),
                Math.max(1, made.bytes() >> 20) + " MB");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make() {
        try {
            service.make(caller.actor().name());
            return pages.back(HERE, FlashMessage.good("The backup is made and was read back"));
        } catch (LintelException e) {
            return pages.back(HERE, FlashMessage.of(e));
        }
    }

    /** A key pair: the public one is put into the settings, the secret one is shown once and kept nowhere. */
    @POST
    @Path("key")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String makeKey() {
        BackupKey.NewIdentity made = BackupKey.NewIdentity.make();
        settings.changeAll(
                caller.actor().name(),
                Map.of("lintel.backup.recipient", made.recipient().text()),
                true);
        return page(made.identity().text());
    }

    @GET
    @Path("{name: lintel-[A-Za-z0-9.-]+\\.(age|backup)}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response download(@PathParam("name") String name) {
        Backups.Made found = service.find(caller.actor().name(), name);
        return Response.ok(found.file().toFile())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Lays a backup ready, which the next start uses. */
    @POST
    @Path("restore")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response restore(
            @RestForm("backup") @Nullable FileUpload backup, @RestForm("key") @DefaultValue("") String key) {
        try {
            if (backup == null || backup.fileName() == null || backup.fileName().isEmpty()) {
                throw new LintelException("There is no backup", "choose its file");
            }
            try (InputStream in = Files.newInputStream(backup.uploadedFile())) {
                BackupInfo info = BackupSettings.restore(config).stage(in, BackupKey.opening(key.strip()));
                return pages.back(
                        HERE,
                        FlashMessage.good("The backup of " + DisplayTime.text(info.made(), zone)
                                + " is whole. The next start of Lintel uses it"));
            }
        } catch (IOException e) {
            return pages.back(HERE, FlashMessage.bad("The file cannot be read: " + e.getMessage(), "send it again"));
        } catch (LintelException e) {
            return pages.back(HERE, FlashMessage.of(e));
        }
    }

    @POST
    @Path("restore/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel() {
        BackupSettings.restore(config).cancel();
        return pages.back(HERE, FlashMessage.good("No backup waits any more"));
    }
}
