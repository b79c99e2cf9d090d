package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.bulk.ImportEntry.Result;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One import from beginning to end: person by person, each stored whole or not at all, each file with its line in the report. Doing
 * it again after mending something enrols who is missing. Runs once, on one thread; {@link #report} and {@link #cancel} may come
 * from any.
 */
public final class PeopleImport {

    private final ImportSource source;
    private final ImportTools tools;
    private final ImportOptions options;
    private final List<ImportEntry> entries = new ArrayList<>();
    private int files;
    private int done;
    private int enrolled;
    private int refused;
    private boolean over;
    private String stopped = "";
    private volatile boolean cancelled;

    /** @param source is closed at the end */
    public PeopleImport(ImportSource source, ImportTools tools, ImportOptions options) {
        this.source = source;
        this.tools = tools;
        this.options = options;
        this.files = source.files().size();
    }

    public synchronized ImportReport report() {
        return new ImportReport(files, done, enrolled, refused, over, stopped, entries);
    }

    /** Ends it after the person at work. Who has been enrolled stays. */
    public void cancel() {
        cancelled = true;
    }

    public void run() {
        try (source) {
            Map<String, PersonRow> rows = list();
            Map<String, List<ImportFile>> people = people();
            reportWithoutPictures(rows, people);
            for (Map.Entry<String, List<ImportFile>> person : people.entrySet()) {
                if (cancelled) {
                    stop("It was cancelled; who is enrolled stays enrolled.");
                    return;
                }
                PersonRow row = rows.get(person.getKey());
                if (row == null && !rows.isEmpty()) {
                    skipAll(person.getValue(), "\"" + person.getKey() + "\" is not in the CSV file");
                } else {
                    enrol(row == null ? PersonRow.named(person.getKey()) : row, person.getValue());
                }
            }
        } catch (LintelException e) {
            stop(e.getMessage() + "; " + e.remedy());
        } finally {
            end();
        }
    }

    private Map<String, PersonRow> list() {
        List<ImportFile> lists = source.files().stream()
                .filter(file -> !file.isLitter() && file.isCsv())
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
        count(1);
        return rows;
    }

    private Map<String, List<ImportFile>> people() {
        Map<String, List<ImportFile>> people = new LinkedHashMap<>();
        for (ImportFile file : source.files()) {
            if (file.isLitter()) {
                count(1);
            } else if (file.leadsAstray()) {
                add(new ImportEntry(
                        file.path(), Result.REFUSED, "its path leads out of the ZIP; nothing was read", null));
                count(1);
            } else if (!file.isCsv()) {
                people.computeIfAbsent(file.person(), name -> new ArrayList<>()).add(file);
            }
        }
        return people;
    }

    private void reportWithoutPictures(Map<String, PersonRow> rows, Map<String, List<ImportFile>> people) {
        Set<String> missing = new HashSet<>(rows.keySet());
        missing.removeAll(people.keySet());
        rows.keySet().stream()
                .filter(missing::contains)
                .forEach(name -> add(new ImportEntry(
                        name,
                        Result.SKIPPED,
                        "is in the CSV file, but has no folder and no picture of that name",
                        null)));
    }

    private void enrol(PersonRow row, List<ImportFile> all) {
        List<ImportFile> used =
                all.subList(0, Math.min(all.size(), tools.limits().photosAPerson()));
        List<ImportFile> unused = all.subList(used.size(), all.size());
        List<Shot> shots = new ArrayList<>();
        try {
            PersonDraft draft = draft(row);
            Person namesake =
                    tools.people().named(draft.name()).stream().findFirst().orElse(null);
            if (namesake != null) {
                skipAll(all, "\"" + row.name() + "\" is enrolled already, as number " + namesake.id());
                return;
            }
            tools.newcomers().check(row);
            Map<String, String> problems = new LinkedHashMap<>();
            used.forEach(file -> shoot(file, shots, problems));
            if (problems.isEmpty()) {
                conclude(tools.enrolment().enrol(draft, shots, options.allowLookAlike()), row, used);
            } else {
                refuse(used, problems);
            }
            skipAll(unused, "of one person " + tools.limits().photosAPerson() + " pictures are used");
        } catch (LintelException e) {
            refuseAll(all, e.getMessage() + "; " + e.remedy());
        } finally {
            shots.forEach(shot -> shot.picture().release());
        }
    }

    private PersonDraft draft(PersonRow row) {
        Consent consent = row.consent() == null ? options.consent() : row.consent();
        return new PersonDraft(new PersonName(row.name()), row.note(), row.validity(), consent);
    }

    private void shoot(ImportFile file, List<Shot> shots, Map<String, String> problems) {
        try {
            byte[] bytes = source.read(file, tools.mostPhotoBytes());
            shots.add(new Shot(file.path(), TemplateSource.PHOTO, tools.photos().readForEnrolment(bytes)));
        } catch (LintelException e) {
            problems.put(file.path(), e.getMessage() + "; " + e.remedy());
        }
    }

    private void conclude(EnrolmentOutcome outcome, PersonRow row, List<ImportFile> used) {
        switch (outcome) {
            case EnrolmentOutcome.Enrolled done -> {
                tools.newcomers().enrolled(done, row);
                succeed(used, done.result().person().id(), messages(done.warnings()));
            }
            case EnrolmentOutcome.Refused(List<ShotProblem> found) ->
                refuse(
                        used,
                        found.stream()
                                .collect(Collectors.toMap(
                                        ShotProblem::label,
                                        problem -> problem.what() + "; " + problem.advice(),
                                        (one, other) -> one)));
            case EnrolmentOutcome.NeedsConfirmation asked ->
                refuseAll(
                        used,
                        messages(asked.warnings()) + "; if it is somebody else all the same, enrol him on his own");
        }
    }

    private static String messages(List<EnrolmentWarning> warnings) {
        return warnings.stream().map(EnrolmentWarning::message).collect(Collectors.joining(", "));
    }

    private synchronized void succeed(List<ImportFile> used, PersonId person, String remark) {
        used.forEach(file -> entries.add(new ImportEntry(file.path(), Result.ENROLLED, remark, person)));
        enrolled++;
        done += used.size();
    }

    private synchronized void refuse(List<ImportFile> used, Map<String, String> problems) {
        for (ImportFile file : used) {
            String problem = problems.get(file.path());
            entries.add(
                    problem == null
                            ? new ImportEntry(
                                    file.path(),
                                    Result.NOT_STORED,
                                    "good, but another picture of the person is not",
                                    null)
                            : new ImportEntry(file.path(), Result.REFUSED, problem, null));
        }
        refused++;
        done += used.size();
    }

    private synchronized void refuseAll(List<ImportFile> all, String why) {
        all.forEach(file -> entries.add(new ImportEntry(file.path(), Result.REFUSED, why, null)));
        refused++;
        done += all.size();
    }

    private synchronized void skipAll(List<ImportFile> all, String why) {
        all.forEach(file -> entries.add(new ImportEntry(file.path(), Result.SKIPPED, why, null)));
        done += all.size();
    }

    private synchronized void add(ImportEntry entry) {
        entries.add(entry);
    }

    private synchronized void count(int more) {
        done += more;
    }

    private synchronized void stop(@Nullable String why) {
        stopped = why == null ? "" : why;
    }

    private synchronized void end() {
        over = true;
    }
}
