package io.lintel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.PersonCopy;
import io.lintel.gallery.PersonCopyJson;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.SharedPeopleStore;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.SharedScheduleStore;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes documents of what is here, and what is here of documents; inside the caller's transaction. Thread-safe. */
final class SharedDocumentStore {

    private static final String ALWAYS = "always";
    private static final String NEVER = "never";

    private final SharedObjectStore objects;
    private final SharedPeopleStore people;
    private final SharedScheduleStore schedules = new SharedScheduleStore();

    SharedDocumentStore(SharedObjectStore objects, SharedPeopleStore people) {
        this.objects = objects;
        this.people = people;
    }

    /** What a document says of something; empty if it is gone. The same thing is always the same text. */
    Optional<String> content(Sql sql, SiteKind kind, long local) throws SQLException {
        return switch (kind) {
            case SCHEDULE ->
                schedules.schedule(sql, local).map(draft -> {
                    ObjectNode json = JsonNodeFactory.instance
                            .objectNode()
                            .put("name", draft.name().value())
                            .put("ignores_holidays", draft.ignoresHolidays());
                    ArrayNode periods = json.putArray("periods");
                    draft.periods().forEach(period -> periods.add(period.toString()));
                    return json.toString();
                });
            case GROUP -> {
                Optional<ScheduleName> name = schedules.group(sql, local);
                yield name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                group(name.get(), ids(sql, SiteKind.SCHEDULE, schedules.schedulesOfGroup(sql, local))));
            }
            case HOLIDAY ->
                schedules
                        .holiday(sql, local)
                        .map(holiday -> JsonNodeFactory.instance
                                .objectNode()
                                .put("name", holiday.name().value())
                                .put("first", holiday.first().toString())
                                .put("last", holiday.last().toString())
                                .put("every_year", holiday.everyYear())
                                .toString());
            case PERSON -> person(sql, new PersonId(local));
        };
    }

    private static String group(ScheduleName name, List<String> scheduleIds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name.value());
        scheduleIds.forEach(json.putArray("schedules")::add);
        return json.toString();
    }

    private Optional<String> person(Sql sql, PersonId id) throws SQLException {
        Optional<PersonCopy> copy = people.copy(sql, id);
        return copy.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonCopyJson(
                                copy.get(),
                                ids(sql, SiteKind.GROUP, schedules.groupsOf(sql, id)),
                                ids(sql, SiteKind.SCHEDULE, schedules.schedulesOf(sql, id)))
                        .line()
                        .strip());
    }

    /** Sorted, since each box has other numbers. */
    private List<String> ids(Sql sql, SiteKind kind, List<Long> locals) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (long local : locals) {
            ids.add(
                    kind == SiteKind.SCHEDULE && local == Schedule.ALWAYS.value()
                            ? ALWAYS
                            : kind == SiteKind.SCHEDULE && local == Schedule.NEVER.value()
                                    ? NEVER
                                    : objects.ensure(sql, kind, local).id());
        }
        ids.sort(null);
        return ids;
    }

    /**
     * Makes something as a document says.
     *
     * @param known its number here; null if it is new
     * @return its number here
     * @throws io.lintel.system.LintelException if the document cannot be taken over
     */
    long apply(Sql sql, SiteKind kind, @Nullable Long known, SharedDocument document) throws SQLException {
        JsonNode json = document.json();
        return switch (kind) {
            case SCHEDULE ->
                schedules.putSchedule(
                        sql,
                        known,
                        new Schedule.Draft(
                                name(json),
                                texts(json.path("periods")).stream()
                                        .map(Period::parse)
                                        .toList(),
                                json.path("ignores_holidays").asBoolean()));
            case GROUP ->
                schedules.putGroup(
                        sql, known, name(json), locals(sql, SiteKind.SCHEDULE, texts(json.path("schedules"))));
            case HOLIDAY ->
                schedules.putHoliday(
                        sql,
                        new Holiday(
                                name(json),
                                LocalDate.parse(json.path("first").asText()),
                                LocalDate.parse(json.path("last").asText()),
                                json.path("every_year").asBoolean()));
            case PERSON -> {
                PersonCopyJson copy = PersonCopyJson.of(document.content());
                PersonId id = people.put(sql, known == null ? null : new PersonId(known), copy.person(), Instant.now());
                List<Long> groups = locals(sql, SiteKind.GROUP, copy.groups());
                List<Long> own = new ArrayList<>(locals(sql, SiteKind.SCHEDULE, copy.schedules()));
                if (groups.size() < copy.groups().size() && !own.contains(Schedule.NEVER.value())) {
                    own.add(Schedule.NEVER.value());
                }
                schedules.assign(sql, id, groups, own);
                yield id.value();
            }
        };
    }

    /** A schedule that is not here counts as never, so that less is allowed and not more; a group that is not here is left out. */
    private List<Long> locals(Sql sql, SiteKind kind, List<String> ids) throws SQLException {
        List<Long> locals = new ArrayList<>();
        for (String id : ids) {
            if (kind == SiteKind.SCHEDULE && id.equals(ALWAYS)) {
                locals.add(Schedule.ALWAYS.value());
                continue;
            }
            Optional<SharedObject> object = objects.byId(sql, id);
            if (object.isPresent()) {
                locals.add(object.get().local());
            } else if (kind == SiteKind.SCHEDULE) {
                locals.add(Schedule.NEVER.value());
            }
        }
        return locals.stream().distinct().toList();
    }

    /** @return false if it stays, for this box alone */
    boolean remove(Sql sql, SiteKind kind, long local) throws SQLException {
        switch (kind) {
            case SCHEDULE -> {
                return schedules.removeSchedule(sql, local);
            }
            case GROUP -> schedules.removeGroup(sql, local);
            case HOLIDAY -> schedules.removeHoliday(sql, local);
            case PERSON -> people.remove(sql, new PersonId(local));
        }
        return true;
    }

    /** Something of the same name that was here before the site was: it becomes what the site says. */
    Optional<Long> namesake(Sql sql, SiteKind kind, SharedDocument document) throws SQLException {
        return switch (kind) {
            case SCHEDULE, GROUP -> schedules.named(sql, kind == SiteKind.GROUP, name(document.json()));
            case HOLIDAY, PERSON -> Optional.empty();
        };
    }

    /** Gives a schedule or a group a name that nothing else has: its own with a number behind it. */
    void rename(Sql sql, SiteKind kind, long local) throws SQLException {
        schedules.rename(sql, kind == SiteKind.GROUP, local);
    }

    boolean isBuiltIn(SiteKind kind, long local) {
        return kind == SiteKind.SCHEDULE && local <= Schedule.NEVER.value();
    }

    private static ScheduleName name(JsonNode json) {
        return new ScheduleName(json.path("name").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
