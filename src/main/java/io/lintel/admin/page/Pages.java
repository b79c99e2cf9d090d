package io.lintel.admin.page;

import io.lintel.account.Account;
import io.lintel.account.Role;
import io.lintel.security.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the frame of each page, and the way back from a form. */
@Singleton
public class Pages {

    private final Caller caller;
    private final Notices notices;
    private final DoorWarnings door;

    Pages(Caller caller, Notices notices, DoorWarnings door) {
        this.caller = caller;
        this.notices = notices;
        this.door = door;
    }

    /** A page of an area, for the caller. Takes what the last form left to say. */
    public Page page(String title, @Nullable Section section) {
        Optional<Account> account = caller.account();
        List<Notice> left = caller.session()
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
                left);
    }

    /** After a form: the browser asks for this path, and the page there says what was done. */
    public Response back(String path, Notice notice) {
        caller.session().ifPresent(session -> notices.leave(session.id(), notice));
        return back(path);
    }

    public Response back(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    private static List<Page.Entry> menu(@Nullable Section active, Role role) {
        return Arrays.stream(Section.values())
                .filter(section -> section.isInMenu() && section.isFor(role))
                .map(section -> new Page.Entry(section.title(), section.path(), section.icon(), section == active))
                .toList();
    }
}
