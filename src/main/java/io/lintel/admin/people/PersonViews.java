package io.lintel.admin.people;

import io.lintel.account.Role;
import io.lintel.admin.log.EventView;
import io.lintel.audit.AuditFilter;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonStatus;
import io.lintel.gallery.Template;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Schedules;
import io.lintel.security.Caller;
import io.lintel.service.ConsentTerms;
import io.lintel.service.LogService;
import io.lintel.service.PeopleService;
import io.lintel.service.PersonNames;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Collects what the page of a person shows. */
@Singleton
class PersonViews {

    private static final int DECISIONS = 10;

    private final PeopleService service;
    private final People people;
    private final Gallery gallery;
    private final Schedules schedules;
    private final ConsentTerms terms;
    private final LogService log;
    private final PersonNames names;
    private final ZoneId zone;
    private final Caller caller;

    PersonViews(
            PeopleService service,
            People people,
            Gallery gallery,
            Schedules schedules,
            ConsentTerms terms,
            LogService log,
            PersonNames names,
            ZoneId zone,
            Caller caller) {
        this.service = service;
        this.people = people;
        this.gallery = gallery;
        this.schedules = schedules;
        this.terms = terms;
        this.log = log;
        this.names = names;
        this.zone = zone;
        this.caller = caller;
    }

    /** @param person whose page the present caller asks for */
    PersonView view(Person person) {
        List<Long> portraits = people.portraits(person.id());
        List<Template> templates = people.templates(person.id());
        Assignment times = schedules.snapshot().of(person.id());
        return new PersonView(
                card(person),
                PersonView.Facts.of(person, terms.end(person), zone),
                templates.stream()
                        .map(template -> TemplateView.of(template, portraits, gallery.modelId(), zone))
                        .toList(),
                log.newest(AuditFilter.ALL.withPerson(person.id().value()), DECISIONS).stream()
                        .map(row -> EventView.of(row, names, zone, false))
                        .toList(),
                times.groups().stream().map(group -> group.name().value()).toList(),
                times.inForce().stream()
                        .map(schedule -> schedule.name().value())
                        .toList(),
                people.lookAlikes(person.id()).stream()
                        .map(other -> new PersonView.Alike(
                                other.id().value(), other.name().value()))
                        .toList(),
                service.hasPin(person.id()),
                caller.isOneOf(Role.ADMIN, Role.OPERATOR),
                person.status(Instant.now()) == PersonStatus.DISABLED);
    }

    PersonCard card(Person person) {
        List<Long> portraits = people.portraits(person.id());
        return PersonCard.of(
                person,
                people.templates(person.id()).size(),
                portraits.isEmpty() ? null : portraits.getFirst(),
                people.mustEnrolAgain(person.id()),
                Instant.now());
    }
}
