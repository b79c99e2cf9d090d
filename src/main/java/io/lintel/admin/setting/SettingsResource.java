package io.lintel.admin.setting;

import io.lintel.account.Role;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.admin.text.Language;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.ConfirmationNeeded;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
import io.lintel.system.LintelException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How this box works, a form for each group. Everybody may look; an admin may change. */
@Path("/admin/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
@TemplateData(target = Setting.class)
public class SettingsResource {

    static final String HERE = "/admin/settings";

    private final SettingsService service;
    private final Restart restart;
    private final Pages pages;
    private final Caller caller;

    SettingsResource(SettingsService service, Restart restart, Pages pages, Caller caller) {
        this.service = service;
        this.restart = restart;
        this.pages = pages;
        this.caller = caller;
    }

    /** @param changed how many have a value of their own @param waiting how many wait for the next start */
    @TemplateData
    public record GroupCard(SettingGroup group, int changed, int waiting) {}

    /** What a search has found. */
    @TemplateData
    public record Found(SettingGroup group, SettingField field) {}

    @CheckedTemplate(basePath = "setting")
    static class Templates {
        static native TemplateInstance settings(
                Page page,
                List<GroupCard> groups,
                List<Found> found,
                String query,
                RestartView restart,
                boolean mayChange);

        static native TemplateInstance group(
                Page page,
                SettingGroup group,
                List<SettingField> fields,
                String question,
                RestartView restart,
                boolean mayChange);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list(@QueryParam("q") @DefaultValue("") String query) {
        List<Setting> all = shown();
        List<GroupCard> groups = Arrays.stream(SettingGroup.values())
                .map(group -> card(group, all))
                .toList();
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        Language language = pages.language();
        List<Found> found = wanted.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(setting -> words(language, setting).contains(wanted))
                        .map(setting -> new Found(SettingGroup.of(setting.key()), field(setting, setting.value())))
                        .toList();
        return Templates.settings(
                        pages.page("Settings", Section.SETTINGS), groups, found, query, restartView(all), mayChange())
                .render();
    }

    @GET
    @Path("{group: [a-z-]+}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String form(@PathParam("group") String word) {
        SettingGroup group = group(word);
        return page(pages.page(group.title(), Section.SETTINGS), group, Map.of(), "");
    }

    @POST
    @Path("{group: [a-z-]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("group") String word, MultivaluedMap<String, String> form) {
        SettingGroup group = group(word);
        Map<String, String> typed = typed(group, form);
        boolean confirmed = "true".equals(form.getFirst("confirmed"));
        try {
            List<Setting> changed = service.changeAll(caller.actor().name(), typed, confirmed);
            return pages.back(HERE + "/" + group.word(), saved(changed));
        } catch (LintelException e) {
            Page page = pages.page(group.title(), Section.SETTINGS).with(FlashMessage.of(e));
            String question = e instanceof ConfirmationNeeded ? String.valueOf(e.getMessage()) : "";
            return Response.status(422)
                    .entity(page(page, group, typed, question))
                    .build();
        }
    }

    private static FlashMessage saved(List<Setting> changed) {
        if (changed.isEmpty()) {
            return FlashMessage.good("Nothing was changed");
        }
        return FlashMessage.good(
                changed.stream().anyMatch(Setting::waiting)
                        ? "Saved. It counts from the next start of Lintel"
                        : "Saved, and in force now");
    }

    private String page(Page page, SettingGroup group, Map<String, String> typed, String question) {
        List<Setting> all = shown();
        List<SettingField> fields = all.stream()
                .filter(setting -> SettingGroup.of(setting.key()) == group)
                .map(setting -> field(setting, typed.getOrDefault(setting.key(), setting.value())))
                .toList();
        return Templates.group(page, group, fields, question, restartView(all), mayChange())
                .render();
    }

    /** What the form has sent of this group's settings. */
    private Map<String, String> typed(SettingGroup group, MultivaluedMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        service.list().stream()
                .filter(setting -> SettingGroup.of(setting.key()) == group && form.containsKey(setting.key()))
                .forEach(setting -> typed.put(
                        setting.key(),
                        SettingField.typed(
                                setting,
                                String.valueOf(form.getFirst(setting.key())),
                                form.getFirst(setting.key() + SettingField.UNIT))));
        return typed;
    }

    private static SettingField field(Setting setting, String value) {
        List<String> known = switch (setting.key()) {
            case "lintel.decision.time-zone" -> TimeZones.known();
            case "lintel.liveness.level" -> List.of("relaxed", "balanced", "strict");
            default -> List.of();
        };
        return new SettingField(setting, value, known);
    }

    private static GroupCard card(SettingGroup group, List<Setting> all) {
        List<Setting> own = all.stream()
                .filter(setting -> SettingGroup.of(setting.key()) == group)
                .toList();
        return new GroupCard(
                group, (int) own.stream().filter(Setting::isOwnValue).count(), (int)
                        own.stream().filter(Setting::waiting).count());
    }

    /** All that somebody may look for, in the page's language and as the settings file has it. */
    private static String words(Language language, Setting setting) {
        return String.join(
                        "\n",
                        setting.key(),
                        language.settingName(setting.key()),
                        language.setting(setting.key(), setting.effect()),
                        setting.value())
                .toLowerCase(Locale.ROOT);
    }

    private List<Setting> shown() {
        return mayChange()
                ? service.list()
                : service.list().stream().map(Setting::masked).toList();
    }

    private RestartView restartView(List<Setting> all) {
        return RestartView.of(restart, all);
    }

    private boolean mayChange() {
        return caller.isOneOf(Role.ADMIN);
    }

    private static SettingGroup group(String word) {
        return SettingGroup.named(word).orElseThrow(() -> HttpProblem.notFound("There are no settings of this name"));
    }
}
