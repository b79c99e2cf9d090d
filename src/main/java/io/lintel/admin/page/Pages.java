package io.lintel.admin.page;

import io.lintel.account.Account;
import io.lintel.account.Role;
import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import io.lintel.admin.text.RequestLanguage;
import io.lintel.security.Caller;
import io.lintel.service.FirstSteps;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the frame of each page, and the way back from a form. */
@Singleton
public class Pages {

    private final Caller caller;
    private final FlashMessages notices;
    private final DoorWarnings door;
    private final RequestLanguage language;
    private final ZoneId zone;
    private final FirstSteps firstSteps;

    Pages(
            Caller caller,
            FlashMessages notices,
            DoorWarnings door,
            RequestLanguage language,
            ZoneId zone,
            FirstSteps firstSteps) {
        this.zone = zone;
        this.language = language;
        this.firstSteps = firstSteps;
        this.caller = caller;
        this.notices = notices;
        this.door = door;
    }

    /** A page of an area, for the caller. Takes what the last form left to say. */
    public Page page(String title, @Nullable Section section) {
        Optional<Account> account = caller.account();
        List<FlashMessage> left = caller.session()
                .flatMap(session -> notices.take(session.id()))
                .map(List::of)
                .orElse(List.of());
        boolean free = account.filter(who -> !who.mustChangePassword()).isPresent();
        return new Page(
                title,
                account.filter(who -> free)
                        .map(who -> menu(section, who.role()))
                        .orElse(List.of()),
                account.map(who -> who.name().value()).orElse(""),
                caller.role().map(Role::title).orElse(""),
                caller.csrf(),
                door.isDemo(),
                free ? door.now() : List.of(),
                left,
                footer());
    }

    /** What the present page is in. */
    public Language language() {
        return language.get();
    }

    /** Of all times that pages show: the site's. */
    public ZoneId zone() {
        return zone;
    }

    private Page.Footer footer() {
        Language now = language.get();
        return new Page.Footer(
                Languages.all().stream()
                        .map(each -> new Page.Choice(each.code(), each.name(), each == now))
                        .toList(),
                language.path(),
                zone.getId());
    }

    /** After a form: the browser asks for this path, and the page there says what was done. */
    public Response back(String path, FlashMessage notice) {
        caller.session().ifPresent(session -> notices.leave(session.id(), notice));
        return back(path);
    }

    public Response back(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    private List<Page.Entry> menu(@Nullable Section active, Role role) {
        return Arrays.stream(Section.values())
                .filter(section -> section.isInMenu() && section.isFor(role))
                .map(section -> new Page.Entry(
                        section.title(), section.path(), section.icon(), section == active, waiting(section)))
                .filter(entry ->
                        !entry.path().equals(Section.FIRST_STEPS.path()) || entry.active() || entry.count() > 0)
                .toList();
    }

    private int waiting(Section section) {
        return switch (section) {
            case ALARMS -> door.openAlarms();
            case FIRST_STEPS -> firstSteps.open();
            default -> 0;
        };
    }
}
