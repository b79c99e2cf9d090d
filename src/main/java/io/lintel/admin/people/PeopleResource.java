package io.lintel.admin.people;

import io.lintel.account.Role;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.LookAlikePair;
import io.lintel.gallery.People;
import io.lintel.gallery.PeopleCount;
import io.lintel.gallery.PeoplePage;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.Schedules;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.PersonNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who is enrolled, as cards or as a list. */
@Path("/admin/people")
@Produces(MediaType.TEXT_HTML)
public class PeopleResource {

    private static final int ON_A_PAGE = 60;
    private static final int MOST_PAIRS = 20;

    private final People people;
    private final Schedules schedules;
    private final PersonNames names;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    PeopleResource(People people, Schedules schedules, PersonNames names, ZoneId zone, Pages pages, Caller caller) {
        this.people = people;
        this.names = names;
        this.schedules = schedules;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance list(Page page, PeopleView list, boolean mayEnrol);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list(@BeanParam PeopleParameters asked, @QueryParam("after") @Nullable String after) {
        PeopleFilter filter = asked.filter();
        Long from = PeopleParameters.number(after);
        ScheduleSnapshot now = schedules.snapshot();
        PeopleCount all = people.count();
        boolean asList = filter.isList(all.all());
        PeoplePage found = people.page(filter.query(ON_A_PAGE).after(from == null ? null : new PersonId(from)));
        return Templates.list(
                        pages.page("People", Section.PEOPLE),
                        new PeopleView(
                                filter,
                                asList,
                                filter.statuses(all),
                                filter.groups(now.groups()),
                                asList ? filter.columns() : List.of(),
                                found.people().stream()
                                        .map(each -> PersonLine.of(
                                                each,
                                                people.mustEnrolAgain(
                                                        each.person().id()),
                                                now.of(each.person().id()),
                                                Instant.now(),
                                                zone))
                                        .toList(),
                                filter.isNarrow() ? people.count(filter.query(ON_A_PAGE)) : all.all(),
                                filter.isNarrow() || from != null ? List.of() : pairs(),
                                found.next() == null ? "" : filter.path(found.next()),
                                from == null ? "" : filter.path()),
                        caller.isOneOf(Role.ADMIN, Role.OPERATOR))
                .render();
    }

    private List<PairView> pairs() {
        return people.lookAlikes().stream()
                .sorted(Comparator.comparingDouble(LookAlikePair::score).reversed())
                .limit(MOST_PAIRS)
                .map(pair -> PairView.of(pair, names))
                .toList();
    }
}
