package io.lintel.site;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** This box's copy of what the site shares: takes over what the bucket says, a batch in one transaction with its revision. Used by one thread. */
final class SharedCopyStore {

    private static final System.Logger LOG = System.getLogger(SharedCopyStore.class.getName());

    private final Database database;
    private final SharedObjectStore objects;
    private final SharedDocumentStore documents;
    private final SiteKeyring keys;
    private final Set<String> unreadable = new TreeSet<>();

    SharedCopyStore(Database database, SharedObjectStore objects, SharedDocumentStore documents, SiteKeyring keys) {
        this.database = database;
        this.objects = objects;
        this.documents = documents;
        this.keys = keys;
    }

    /** What a batch brought. @param ghosts keys of what was removed before and is there again */
    record Taken(int changed, int removed, List<String> ghosts) {}

    private record Incoming(BucketEntry entry, SiteKind kind, String id) {}

    /**
     * Compares the bucket with what this copy is of. One that was made anew or put back gets everything that is here once more.
     *
     * @return the revision to go on from
     */
    long goOnFrom(SiteProgress bucket) {
        return database.write(sql -> {
            SiteProgress here = objects.progress(sql).orElseThrow();
            boolean same = here.bucket().equals(bucket.bucket()) && here.revision() <= bucket.revision();
            if (same) {
                return here.revision();
            }
            if (!here.bucket().isEmpty()) {
                LOG.log(Level.WARNING, "site bucket=\"made anew or put back\" revision={0}", bucket.revision());
                objects.sendAllAgain(sql);
            }
            objects.progress(sql, new SiteProgress(bucket.bucket(), 0));
            return 0L;
        });
    }

    Taken take(List<BucketEntry> batch) {
        List<Incoming> known = new ArrayList<>();
        for (BucketEntry entry : batch) {
            incoming(entry).ifPresent(known::add);
        }
        known.sort(Comparator.comparing(Incoming::kind)
                .thenComparing(each -> each.entry().revision()));
        return database.write(sql -> {
            List<LocalChange> marks = new ArrayList<>(objects.changes(sql));
            List<String> ghosts = new ArrayList<>();
            int changed = 0;
            int removed = 0;
            for (Incoming each : known) {
                if (each.entry().sealed() != null) {
                    if (objects.wasRemoved(sql, each.id())) {
                        ghosts.add(each.entry().key());
                    } else if (put(sql, each, marks)) {
                        changed++;
                    }
                }
            }
            for (Incoming each : known.reversed()) {
                if (each.entry().sealed() == null && remove(sql, each, marks)) {
                    removed++;
                }
            }
            objects.restore(sql, marks);
            SiteProgress here = objects.progress(sql).orElseThrow();
            objects.progress(
                    sql,
                    new SiteProgress(
                            here.bucket(),
                            Math.max(here.revision(), batch.getLast().revision())));
            return new Taken(changed, removed, ghosts);
        });
    }

    private Optional<Incoming> incoming(BucketEntry entry) {
        String[] parts = entry.key().split("\\.", 2);
        try {
            return Optional.of(new Incoming(entry, SiteKind.of(parts[0]), parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // of a newer Lintel
        }
    }

    private boolean put(Sql sql, Incoming incoming, List<LocalChange> marks) throws SQLException {
        BucketEntry entry = incoming.entry();
        Optional<SharedObject> known = objects.byId(sql, incoming.id());
        boolean isHere = known.isPresent() && known.get().revision() >= entry.revision();
        // What was changed here meanwhile is for the sender, which finds both.
        if (isHere
                || known.isPresent()
                        && isMarked(marks, incoming.kind(), known.get().local())) {
            return false;
        }
        sql.update("SAVEPOINT document");
        try {
            SharedDocument document = open(entry);
            Long local =
                    known.isPresent() ? Long.valueOf(known.get().local()) : adoptable(sql, incoming.kind(), document);
            takeOver(
                    sql,
                    new SharedObject(incoming.kind(), local == null ? 0 : local, incoming.id(), 0, 0, ""),
                    entry.revision(),
                    document,
                    marks);
            sql.update("RELEASE document");
            unreadable.remove(entry.key());
            return true;
        } catch (LintelException | IllegalArgumentException | DateTimeException e) {
            sql.update("ROLLBACK TO document");
            sql.update("RELEASE document");
            if (unreadable.add(entry.key())) {
                LOG.log(Level.WARNING, "site document={0} unreadable: {1}", entry.key(), e.getMessage());
            }
            return false;
        }
    }

    /**
     * Makes something as a document says, whatever was changed here.
     *
     * @param object with the number 0 if it is new here
     * @param marks of what is to be sent; without this object afterwards, unless two have the same name and this one gives way
     */
    void takeOver(Sql sql, SharedObject object, long revision, SharedDocument document, List<LocalChange> marks)
            throws SQLException {
        Long known = object.local() == 0 ? null : Long.valueOf(object.local());
        Optional<Long> namesake =
                documents.namesake(sql, object.kind(), document).filter(local -> !local.equals(known));
        Optional<SharedObject> other =
                namesake.isEmpty() ? Optional.empty() : objects.byLocal(sql, object.kind(), namesake.get());
        // Each box must choose the same one of two.
        boolean givesWay = other.isPresent() && other.get().id().compareTo(object.id()) < 0;
        if (other.isPresent() && !givesWay) {
            documents.rename(sql, object.kind(), other.get().local());
            mark(marks, object.kind(), other.get().local());
        }
        long local = documents.apply(sql, object.kind(), known, document);
        objects.put(sql, new SharedObject(object.kind(), local, object.id(), 0, 0, "").with(revision, document));
        marks.removeIf(mark -> mark.kind() == object.kind() && mark.local() == local);
        if (givesWay) {
            mark(marks, object.kind(), local);
        }
    }

    private static void mark(List<LocalChange> marks, SiteKind kind, long local) {
        if (!isMarked(marks, kind, local)) {
            marks.add(new LocalChange(kind, local, 1));
        }
    }

    /** Something of the same name that is not in the bucket yet. */
    private @Nullable Long adoptable(Sql sql, SiteKind kind, SharedDocument document) throws SQLException {
        Optional<Long> namesake = documents.namesake(sql, kind, document);
        if (namesake.isEmpty()) {
            return null;
        }
        boolean isTaken = objects.byLocal(sql, kind, namesake.get())
                .filter(other -> other.revision() > 0)
                .isPresent();
        return isTaken || documents.isBuiltIn(kind, namesake.get()) ? null : namesake.get();
    }

    private boolean remove(Sql sql, Incoming incoming, List<LocalChange> marks) throws SQLException {
        if (incoming.kind() != SiteKind.HOLIDAY) {
            objects.remember(sql, incoming.id());
        }
        Optional<SharedObject> known = objects.byId(sql, incoming.id());
        if (known.isEmpty() || known.get().revision() >= incoming.entry().revision()) {
            return false;
        }
        documents.remove(sql, incoming.kind(), known.get().local());
        objects.forget(sql, known.get());
        marks.removeIf(mark ->
                mark.kind() == incoming.kind() && mark.local() == known.get().local());
        return true;
    }

    private static boolean isMarked(List<LocalChange> marks, SiteKind kind, long local) {
        return marks.stream().anyMatch(mark -> mark.kind() == kind && mark.local() == local);
    }

    /** @throws LintelException if this box has not its key, or it was altered */
    SharedDocument open(BucketEntry entry) {
        byte[] sealed = Objects.requireNonNull(entry.sealed());
        int number = SiteKey.numberOf(sealed);
        SiteKey key = keys.number(number)
                .orElseThrow(() -> new LintelException(
                        "This box has not the site's key number " + number, "see 'lintel site status'"));
        return SharedDocument.decode(key.open(entry.key(), sealed));
    }

    /** Keys of documents that could not be taken over. */
    Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }
}
