package io.lintel.site;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was changed here and has yet to be sent. Each method is one transaction. Thread-safe. */
final class SharedChangeStore {

    private static final int HOLIDAY_ID_LENGTH = 32;

    private final Database database;
    private final SharedObjectStore objects;
    private final SharedDocumentStore documents;
    private final SharedCopyStore copy;
    private final String boxName;

    /** @param boxName that others are told when they were overruled */
    SharedChangeStore(
            Database database,
            SharedObjectStore objects,
            SharedDocumentStore documents,
            SharedCopyStore copy,
            String boxName) {
        this.database = database;
        this.objects = objects;
        this.documents = documents;
        this.copy = copy;
        this.boxName = boxName;
    }

    /**
     * What is to be sent of a change.
     *
     * @param object null if it was removed here and never was in the bucket
     * @param document null if it was removed here
     */
    record Outgoing(
            LocalChange change,
            @Nullable SharedObject object,
            @Nullable SharedDocument document) {}

    /** In the order in which they can be sent. */
    List<LocalChange> waiting() {
        return database.read(objects::changes);
    }

    /** Empty if this box is in no site. */
    Optional<SiteProgress> progress() {
        return database.read(objects::progress);
    }

    Outgoing outgoing(LocalChange change) {
        return database.write(sql -> outgoing(sql, change));
    }

    private Outgoing outgoing(Sql sql, LocalChange change) throws SQLException {
        SiteKind kind = change.kind();
        Optional<String> content = documents.content(sql, kind, change.local());
        if (content.isEmpty()) {
            return new Outgoing(
                    change, objects.byLocal(sql, kind, change.local()).orElse(null), null);
        }
        SharedDocument document = new SharedDocument(boxName, 0, content.get());
        // The same holiday is the same on all boxes, whoever adds it first.
        SharedObject object = kind == SiteKind.HOLIDAY
                ? objects.ensure(sql, kind, change.local(), document.digest().substring(0, HOLIDAY_ID_LENGTH))
                : objects.ensure(sql, kind, change.local());
        long version = object.version() + (object.digest().equals(document.digest()) ? 0 : 1);
        return new Outgoing(change, object, new SharedDocument(boxName, version, content.get()));
    }

    /** There is nothing to send. */
    void settle(LocalChange change) {
        database.write(sql -> {
            objects.settle(sql, change);
            return true;
        });
    }

    /** The bucket has it. */
    void accepted(LocalChange change, SharedObject object, SharedDocument document, long revision) {
        database.write(sql -> {
            objects.put(sql, object.with(revision, document));
            objects.settle(sql, change);
            return true;
        });
    }

    /** The bucket does not have it any more. */
    void unsent(SharedObject object, SharedDocument document) {
        database.write(sql -> {
            objects.put(sql, object.with(0, document));
            return true;
        });
    }

    /** What was removed here is removed in the bucket. */
    void removed(LocalChange change, @Nullable SharedObject object) {
        database.write(sql -> {
            if (object != null) {
                forget(sql, object);
            }
            objects.settle(sql, change);
            return true;
        });
    }

    /** Others have removed what was changed here. */
    void removeToo(SharedObject object) {
        database.write(sql -> {
            List<LocalChange> marks = marksOfOthers(sql, object);
            documents.remove(sql, object.kind(), object.local());
            forget(sql, object);
            objects.restore(sql, marks);
            return true;
        });
    }

    /** Others have changed what was changed here: theirs holds. */
    void takeOver(SharedObject object, SharedDocument document, long revision) {
        database.write(sql -> {
            List<LocalChange> marks = marksOfOthers(sql, object);
            copy.takeOver(sql, object, revision, document, marks);
            objects.restore(sql, marks);
            return true;
        });
    }

    private List<LocalChange> marksOfOthers(Sql sql, SharedObject object) throws SQLException {
        List<LocalChange> marks = new ArrayList<>(objects.changes(sql));
        marks.removeIf(mark -> mark.kind() == object.kind() && mark.local() == object.local());
        return marks;
    }

    private void forget(Sql sql, SharedObject object) throws SQLException {
        if (object.kind() != SiteKind.HOLIDAY) {
            objects.remember(sql, object.id());
        }
        objects.forget(sql, object);
    }
}
