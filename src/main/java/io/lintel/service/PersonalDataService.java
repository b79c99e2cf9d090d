package io.lintel.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.Consent;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Template;
import io.lintel.schedule.Assignment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * All that the box knows about one person as one ZIP file, for that person (GDPR Art. 15 and 20). Who took it is in the log. Thread-safe.
 */
public final class PersonalDataService {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A ZIP file to be written. */
    @FunctionalInterface
    public interface Archive {

        /** Writes it and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private final PeopleService service;
    private final People people;
    private final ScheduleService schedules;
    private final AuditLog log;
    private final Snapshots snapshots;

    public PersonalDataService(
            PeopleService service, People people, ScheduleService schedules, AuditLog log, Snapshots snapshots) {
        this.service = service;
        this.people = people;
        this.schedules = schedules;
        this.log = log;
        this.snapshots = snapshots;
    }

    /** Notes who takes the data, then gives them. @throws ServiceException if there is no such person */
    public Archive of(String actor, PersonId id) {
        Person person = service.person(id);
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .about(id.value())
                .with(new AuditDetails().put("what", "personal-data")));
        return out -> write(person, out);
    }

    private void write(Person person, OutputStream out) throws IOException {
        List<Template> templates = people.templates(person.id());
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, "READ-ME.txt", readMe(person).getBytes(StandardCharsets.UTF_8));
        entry(zip, "person.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(person, templates)));
        zip.putNextEntry(new ZipEntry("log.csv"));
        Writer rows = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        log.export(rows(person), AuditFormat.CSV, rows);
        rows.flush();
        zip.closeEntry();
        for (Template template : templates) {
            Optional<byte[]> portrait =
                    people.portrait(person.id(), template.id()).map(found -> found.jpeg());
            if (portrait.isPresent()) {
                entry(zip, "pictures/template-" + template.id() + ".jpg", portrait.get());
            }
        }
        writeSnapshots(person, zip);
        zip.finish();
    }

    private void writeSnapshots(Person person, ZipOutputStream zip) throws IOException {
        AuditFilter decisions = rows(person).withKinds(AuditKind.DECISIONS);
        long before = Long.MAX_VALUE;
        AuditPage page;
        do {
            page = log.page(decisions, before, AuditLog.LARGEST_PAGE);
            for (AuditRow row : page.rows()) {
                before = row.seq();
                Optional<byte[]> picture = snapshots.has(row.seq()) ? snapshots.find(row.seq()) : Optional.empty();
                if (picture.isPresent()) {
                    entry(zip, "pictures/row-" + row.seq() + ".jpg", picture.get());
                }
            }
        } while (page.rows().size() == AuditLog.LARGEST_PAGE);
    }

    private static AuditFilter rows(Person person) {
        return AuditFilter.ALL.withPerson(person.id().value());
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private ObjectNode json(Person person, List<Template> templates) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", person.id().value())
                .put("name", person.name().toString())
                .put("note", person.note())
                .put("enabled", person.enabled())
                .put("validFrom", text(person.validity().from()))
                .put("validUntil", text(person.validity().until()))
                .put("enrolled", person.created().toString())
                .put("hasPin", service.hasPin(person.id()));
        Consent consent = person.consent();
        if (consent != null) {
            json.putObject("consent")
                    .put("given", consent.given().toString())
                    .put("text", consent.purpose())
                    .put("version", consent.version())
                    .put("keepDays", consent.keepDays());
        }
        Assignment assignment = schedules.assignment(person.id());
        ArrayNode groups = json.putArray("groups");
        assignment.groups().forEach(group -> groups.add(group.name().toString()));
        ArrayNode own = json.putArray("schedules");
        assignment
                .own()
                .forEach(schedule -> own.add(schedules.schedule(schedule).name().toString()));
        ArrayNode listed = json.putArray("templates");
        templates.forEach(template -> listed.addObject()
                .put("number", template.id())
                .put("model", template.modelId())
                .put("source", template.source().toString())
                .put("created", template.created().toString()));
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return Objects.toString(instant, null);
    }

    private static String readMe(Person person) {
        return """
                What this door knows about %s (number %s)

                person.json  name, note, validity, consent, groups, schedules, and the list of the face templates
                log.csv      every row of the log about this person; times are UTC
                pictures/    template-N.jpg: the picture that face template N was made from, where it was kept
                             row-N.jpg: the picture of the decision in row N of the log, where it was kept

                A face template is a list of numbers that was computed from a picture; it serves only to compare faces. A PIN is
                kept as a hash, from which nobody can read it.
                """.formatted(person.name(), person.id());
    }
}
