package io.lintel.admin.setting;

import io.lintel.account.Role;
import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How this box works. Everybody may look; an admin may change. */
@Path("/admin/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
@TemplateData(target = Setting.class)
public class SettingsResource {

    private static final String HERE = "/admin/settings";
    private static final String RESTART = "It counts from the next start of Lintel";

    private final SettingsService service;
    private final Pages pages;
    private final Caller caller;

    SettingsResource(SettingsService service, Pages pages, Caller caller) {
        this.service = service;
        this.pages = pages;
        this.caller = caller;
    }

    @TemplateData
    public record Group(String title, List<Setting> settings) {

        /** For links within the page. */
        public String anchor() {
            return title.replace(' ', '-');
        }
    }

    @CheckedTemplate(basePath = "setting")
    static class Templates {
        static native TemplateInstance settings(Page page, List<Group> groups, boolean mayChange, boolean waiting);

        static native TemplateInstance setting(Page page, Setting setting, String value, String question);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        boolean admin = caller.isOneOf(Role.ADMIN);
        List<Setting> all = admin
                ? service.list()
                : service.list().stream().map(Setting::masked).toList();
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        all.forEach(setting -> groups.computeIfAbsent(setting.group(), title -> new ArrayList<>())
                .add(setting));
        return Templates.settings(
                        pages.page("Settings", Section.SETTINGS),
                        groups.entrySet().stream()
                                .map(group -> new Group(group.getKey(), group.getValue()))
                                .toList(),
                        admin,
                        all.stream().anyMatch(Setting::waiting))
                .render();
    }

    @GET
    @Path("{key: lintel\\.[a-z0-9.-]+}")
    public String form(@PathParam("key") String key) {
        Setting setting = service.find(key);
        return Templates.setting(pages.page(setting.shortKey(), Section.SETTINGS), setting, setting.value(), "")
                .render();
    }

    @POST
    @Path("{key: lintel\\.[a-z0-9.-]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("key") String key,
            @FormParam("value") @DefaultValue("") String value,
            @FormParam("confirmed") @DefaultValue("false") boolean confirmed,
            @FormParam("reset") @DefaultValue("false") boolean reset) {
        Setting before = service.find(key);
        try {
            String actor = caller.actor().name();
            Setting after = reset ? service.reset(actor, key, confirmed) : service.change(actor, key, value, confirmed);
            boolean same = after.value().equals(before.value());
            return pages.back(HERE, Notice.good(same ? key + " is what it was" : key + " is changed. " + RESTART));
        } catch (LintelException e) {
            String wanted = reset ? before.standard() : value;
            Page page = pages.page(before.shortKey(), Section.SETTINGS).with(Notice.of(e));
            return Response.status(422)
                    .entity(Templates.setting(
                                    page,
                                    before,
                                    wanted,
                                    service.question(key, wanted).orElse(""))
                            .render())
                    .build();
        }
    }
}
