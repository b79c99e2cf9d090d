package io.lintel.gallery.bulk;

import io.lintel.gallery.PersonId;
import io.lintel.gallery.bulk.ImportEntry.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an import is: a line for each file that was looked at, and the counts. Thread-safe. */
final class ImportProgress {

    private final int files;
    private final List<ImportEntry> entries = new ArrayList<>();
    private int done;
    private int enrolled;
    private int refused;
    private boolean over;
    private String stopped = "";

    ImportProgress(int files) {
        this.files = files;
    }

    synchronized ImportReport report() {
        return new ImportReport(files, done, enrolled, refused, over, stopped, entries);
    }

    synchronized void succeed(List<ImportFile> used, PersonId person, String remark) {
        used.forEach(file -> entries.add(new ImportEntry(file.path(), Result.ENROLLED, remark, person)));
        enrolled++;
        done += used.size();
    }

    /** @param problems by path; the other files are good, and not stored because of these */
    synchronized void refuse(List<ImportFile> used, Map<String, String> problems) {
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

    synchronized void refuseAll(List<ImportFile> all, String why) {
        all.forEach(file -> entries.add(new ImportEntry(file.path(), Result.REFUSED, why, null)));
        refused++;
        done += all.size();
    }

    synchronized void skipAll(List<ImportFile> all, String why) {
        all.forEach(file -> entries.add(new ImportEntry(file.path(), Result.SKIPPED, why, null)));
        done += all.size();
    }

    synchronized void add(ImportEntry entry) {
        entries.add(entry);
    }

    synchronized void count(int more) {
        done += more;
    }

    synchronized void stop(@Nullable String why) {
        stopped = why == null ? "" : why;
    }

    synchronized void end() {
        over = true;
    }
}
