package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.bulk.ImportEntry.Result;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One import from beginning to end: person by person, each stored whole or not at all, each file with its line in the report. Doing
 * it again after mending something enrols who is missing. Runs once, on one thread; {@link #report} and {@link #cancel} may come
 * from any.
 */
public final class PeopleImport {

    private final ImportSource source;
    private final ImportContext tools;
    private final ImportOptions options;
    private final ImportProgress progress;
    private volatile boolean cancelled;

    /** @param source is closed at the end */
    public PeopleImport(ImportSource source, ImportContext tools, ImportOptions options) {
        this.source = source;
        this.tools = tools;
        this.options = options;
        this.progress = new ImportProgress(source.files().size());
    }

    public ImportReport report() {
        return progress.report();
    }

    /** Ends it after the person at work. Who has been enrolled stays. */
    public void cancel() {
        cancelled = true;
    }

    public void run() {
        try (source) {
            Map<String, PersonRow> rows = list();
            Map<String, PersonFiles> people = people();
            reportWithoutPictures(rows, people);
            for (Map.Entry<String, PersonFiles> person : people.entrySet()) {
                if (cancelled) {
                    progress.stop("It was cancelled; who is enrolled stays enrolled.");
                    return;
                }
                PersonRow row = rows.get(person.getKey());
                String name = person.getValue().name();
                List<ImportFile> photos = person.getValue().photos(source, this::leaveOut);
                if (photos.isEmpty()) {
                    continue;
                }
                if (row == null && !rows.isEmpty()) {
                    progress.skipAll(photos, "\"" + name + "\" is not in the CSV file");
                } else {
                    enrol(row == null ? PersonRow.named(name) : row, photos);
                }
            }
        } catch (LintelException e) {
            progress.stop(e.getMessage() + "; " + e.remedy());
        } finally {
            tools.callback().ended();
            progress.end();
        }
    }

    private Map<String, PersonRow> list() {
        List<ImportFile> lists = source.files().stream()
                .filter(file -> !file.isSystemFile() && file.isCsv())
                .toList();
        if (lists.isEmpty()) {
            return Map.of();
        }
        if (lists.size() > 1) {
            throw new io.lintel.gallery.GalleryException(
                    "There are " + lists.size() + " CSV files", "leave one, with all people");
        }
        Map<String, PersonRow> rows = new PeopleCsv(tools.zone(), tools.clock().instant())
                .read(source.read(lists.getFirst(), tools.limits().csvBytes()));
        progress.count(1);
        return rows;
    }

    /** By the names' search keys: composed or not, in capitals or not, it is one name. */
    private Map<String, PersonFiles> people() {
        Map<String, PersonFiles> people = new LinkedHashMap<>();
        int litter = 0;
        for (ImportFile file : source.files()) {
            if (file.isSystemFile()) {
                litter++;
            } else if (file.escapesRoot()) {
                progress.add(new ImportEntry(
                        file.path(), Result.REFUSED, "its path leads out of the ZIP; nothing was read", null));
                progress.count(1);
            } else if (!file.isCsv()) {
                people.computeIfAbsent(PersonName.searchKey(file.person()), key -> new PersonFiles(file.person()))
                        .add(file);
            }
        }
        if (litter > 0) {
            progress.add(new ImportEntry(
                    Counted.of(litter, "hidden or system file"), Result.SKIPPED, "not looked at", null));
            progress.count(litter);
        }
        return people;
    }

    private void leaveOut(ImportFile file, String why) {
        progress.skipAll(List.of(file), why);
    }

    private void reportWithoutPictures(Map<String, PersonRow> rows, Map<String, PersonFiles> people) {
        rows.forEach((key, row) -> {
            if (!people.containsKey(key)) {
                progress.add(new ImportEntry(
                        row.name(),
                        Result.SKIPPED,
                        "is in the CSV file, but has no folder and no picture of that name",
                        null));
            }
        });
    }

    private void enrol(PersonRow row, List<ImportFile> all) {
        List<ImportFile> used =
                all.subList(0, Math.min(all.size(), tools.limits().photosAPerson()));
        List<ImportFile> unused = all.subList(used.size(), all.size());
        try (PhotoGate.Turn turn = tools.photos().enterPatiently()) {
            PersonDraft draft = draft(row);
            Person namesake =
                    tools.people().named(draft.name()).stream().findFirst().orElse(null);
            if (namesake != null) {
                progress.skipAll(all, "\"" + row.name() + "\" is enrolled already, as number " + namesake.id());
                return;
            }
            tools.callback().check(row);
            List<Shot> shots =
                    used.stream().map(file -> shot(file, turn.photos())).toList();
            conclude(tools.enrolment().enrol(draft, shots, options.allowLookAlike()), row, used);
            progress.skipAll(unused, "of one person " + tools.limits().photosAPerson() + " pictures are used");
        } catch (LintelException e) {
            progress.refuseAll(all, e.getMessage() + "; " + e.remedy());
        }
    }

    private PersonDraft draft(PersonRow row) {
        Consent consent = row.consent() == null ? options.consent() : row.consent();
        return new PersonDraft(new PersonName(row.name()), row.note(), row.validity(), consent);
    }

    private Shot shot(ImportFile file, PhotoReader photos) {
        return Shot.ofPhoto(file.path(), () -> photos.readForEnrolment(source.read(file, tools.mostPhotoBytes())));
    }

    private void conclude(EnrolmentOutcome outcome, PersonRow row, List<ImportFile> used) {
        switch (outcome) {
            case EnrolmentOutcome.Enrolled done -> {
                tools.callback().enrolled(done, row);
                progress.succeed(used, done.result().person().id(), messages(done.warnings()));
            }
            case EnrolmentOutcome.Refused(List<ShotProblem> found) ->
                progress.refuse(
                        used,
                        found.stream()
                                .collect(Collectors.toMap(
                                        ShotProblem::label,
                                        problem -> problem.what() + "; " + problem.advice(),
                                        (one, other) -> one)));
            case EnrolmentOutcome.NeedsConfirmation asked ->
                progress.refuseAll(
                        used,
                        messages(asked.warnings()) + "; if it is somebody else all the same, enrol them on their own");
        }
    }

    private static String messages(List<EnrolmentWarning> warnings) {
        return warnings.stream().map(EnrolmentWarning::message).collect(Collectors.joining(", "));
    }
}
