package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.backup.BackupKey;
import io.lintel.backup.EncryptedFile;
import io.lintel.face.EmbeddingMean;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonCopy;
import io.lintel.gallery.PersonCopyJson;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.bulk.ImportEntry;
import io.lintel.gallery.bulk.ImportEntry.Result;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.system.LintelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes people from one box to another in an encrypted file: templates with their models' ids, portraits, consent, validity, and groups and schedules by
 * name. PINs stay: their hashes are of use to nobody but this box. Each export and import is in the audit log. Thread-safe.
 */
public final class PeopleTransferService {

    private static final String FIRST_LINE = "lintel-people 1";
    private static final int MOST_BYTES = 512 << 20;

    private final People people;
    private final Gallery gallery;
    private final ScheduleService schedules;
    private final AuditLog log;
    private final PeopleAudit audit;

    public PeopleTransferService(People people, Gallery gallery, ScheduleService schedules, AuditLog log) {
        this.people = people;
        this.gallery = gallery;
        this.schedules = schedules;
        this.log = log;
        this.audit = new PeopleAudit(log);
    }

    /** @param chosen none for everybody @param to does not exist yet @return how many people are in it */
    public int write(String actor, Collection<PersonId> chosen, BackupKey.Encrypting key, Path to) {
        ScheduleSnapshot now = schedules.snapshot();
        List<String> lines = people.copies(chosen.isEmpty() ? everybody() : Set.copyOf(chosen)).entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().value()))
                .map(each -> line(each.getValue(), now.of(each.getKey()), now))
                .toList();
        if (lines.isEmpty()) {
            throw new LintelException("Nobody is chosen who is enrolled", "see 'lintel people list'");
        }
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "people with templates").put("people", lines.size())));
        EncryptedFile.write((FIRST_LINE + "\n" + String.join("", lines)).getBytes(StandardCharsets.UTF_8), key, to);
        return lines.size();
    }

    private Set<PersonId> everybody() {
        return people.list("", Integer.MAX_VALUE, 0).stream()
                .map(each -> each.person().id())
                .collect(Collectors.toSet());
    }

    private static String line(PersonCopy copy, Assignment access, ScheduleSnapshot now) {
        return new PersonCopyJson(
                        copy,
                        access.groups().stream()
                                .map(group -> group.name().value())
                                .toList(),
                        now.names(access.own()))
                .line();
    }

    /**
     * Enrols the people of a file, each whole or not at all.
     *
     * @param dryRun only says what would become of each
     * @param allowLookAlike people who look like somebody enrolled are somebody else all the same
     * @return a line a person
     */
    public List<ImportEntry> read(
            String actor, Path from, BackupKey.Opening key, boolean dryRun, boolean allowLookAlike) {
        List<String> lines = new String(EncryptedFile.read(from, key, MOST_BYTES), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            throw new LintelException("That is no file of people", "choose one that 'lintel people export' has made");
        }
        List<PersonCopyJson> all =
                lines.stream().skip(1).map(PersonCopyJson::of).toList();
        gallery.refresh();
        List<ImportEntry> report = new ArrayList<>();
        List<PersonId> added = new ArrayList<>();
        for (PersonCopyJson one : all) {
            ImportEntry entry = take(actor, one, dryRun, allowLookAlike);
            report.add(entry);
            Optional.ofNullable(entry.person()).ifPresent(added::add);
        }
        if (!added.isEmpty()) {
            audit.imported(actor, added);
        }
        return report;
    }

    private ImportEntry take(String actor, PersonCopyJson one, boolean dryRun, boolean allowLookAlike) {
        PersonCopy copy = one.person();
        String name = copy.draft().name().value();
        Optional<Person> namesake = people.named(copy.draft().name()).stream().findFirst();
        if (namesake.isPresent()) {
            return new ImportEntry(
                    name,
                    Result.SKIPPED,
                    "is enrolled already, as number " + namesake.get().id(),
                    null);
        }
        if (copy.templates().isEmpty()) {
            return new ImportEntry(name, Result.REFUSED, "has no template", null);
        }
        List<TemplateDraft> usable = copy.templates().stream()
                .filter(template -> template.modelId().equals(gallery.modelId()))
                .toList();
        Optional<Candidate> alike = lookAlike(usable);
        if (alike.isPresent() && !allowLookAlike) {
            return new ImportEntry(
                    name,
                    Result.REFUSED,
                    "looks like number " + alike.get().person()
                            + "; if it is somebody else all the same, allow look-alikes",
                    null);
        }
        InitialAccess access;
        try {
            access = InitialAccess.named(one.groups(), one.schedules(), schedules.snapshot());
        } catch (GalleryException e) {
            // Without them the default schedule would count: that may be more than the person had.
            return new ImportEntry(name, Result.REFUSED, e.getMessage() + "; " + e.remedy(), null);
        }
        String remark = usable.isEmpty() ? "must enrol again: its templates are of another model" : "";
        if (dryRun) {
            return new ImportEntry(name, Result.ENROLLED, remark, null);
        }
        return new ImportEntry(name, Result.ENROLLED, remark, add(actor, copy, access));
    }

    private PersonId add(String actor, PersonCopy copy, InitialAccess access) {
        EnrolledPerson added = people.add(copy.draft(), copy.templates());
        PersonId id = added.person().id();
        log.append(AuditEvent.of(AuditKind.PERSON_ENROLLED, actor)
                .about(id.value())
                .with(new AuditDetails()
                        .put("templates", added.templates().size())
                        .put(
                                "models",
                                copy.templates().stream()
                                        .map(TemplateDraft::modelId)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" ")))));
        if (!copy.enabled()) {
            audit.changed(actor, people.setEnabled(id, false));
        }
        access.give(schedules, actor, id);
        return id;
    }

    private Optional<Candidate> lookAlike(List<TemplateDraft> templates) {
        if (templates.isEmpty()) {
            return Optional.empty();
        }
        EmbeddingMean mean = EmbeddingMean.of(
                templates.stream().map(TemplateDraft::embedding).toList());
        return gallery.nearestByCosine(mean.direction(), 1).stream()
                .filter(nearest -> nearest.score() >= gallery.lookAlikeScore())
                .findFirst();
    }
}
