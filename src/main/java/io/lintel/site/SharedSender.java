package io.lintel.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was changed here, by compare-and-set: if somebody else was first, theirs is taken over. A removal and the disabling of a person hold whatever
 * others have written meanwhile. Used by one thread.
 */
final class SharedSender {

    private static final System.Logger LOG = System.getLogger(SharedSender.class.getName());

    private final Database database;
    private final SharedObjectStore objects;
    private final SharedDocumentStore documents;
    private final SharedCopy copy;
    private final SiteKeyring keys;
    private final String boxName;
    private final SecureRandom random = new SecureRandom();

    SharedSender(
            Database database,
            SharedObjectStore objects,
            SharedDocumentStore documents,
            SharedCopy copy,
            SiteKeyring keys,
            String boxName) {
        this.database = database;
        this.objects = objects;
        this.documents = documents;
        this.copy = copy;
        this.keys = keys;
        this.boxName = boxName;
    }

    /** @param content null if it was removed here */
    private record Outgoing(
            LocalChange change,
            @Nullable SharedObject object,
            @Nullable SharedDocument content) {}

    List<LocalChange> waiting() {
        return database.read(objects::changes);
    }

    SendResult send(SharedBucket bucket, LocalChange change) throws IOException, JetStreamApiException {
        Outgoing outgoing = database.write(sql -> outgoing(sql, change));
        if (outgoing.content() == null) {
            return remove(bucket, outgoing);
        }
        SharedObject object = java.util.Objects.requireNonNull(outgoing.object());
        SharedDocument content = outgoing.content();
        if (object.revision() > 0 && object.digest().equals(content.digest())) {
            database.write(sql -> settled(sql, change));
            return new SendResult.Sent();
        }
        OptionalLong revision = bucket.put(object.key(), sealed(object, content), object.revision());
        if (revision.isEmpty()) {
            return resolve(bucket, change, object, content);
        }
        database.write(sql -> accepted(sql, change, object, content, revision.getAsLong()));
        return new SendResult.Sent();
    }

    private Outgoing outgoing(Sql sql, LocalChange change) throws SQLException {
        Optional<String> content = documents.content(sql, change.kind(), change.local());
        if (content.isEmpty()) {
            return new Outgoing(
                    change, objects.byLocal(sql, change.kind(), change.local()).orElse(null), null);
        }
        SharedDocument document = new SharedDocument(boxName, 0, content.get());
        SharedObject object = change.kind() == SiteKind.HOLIDAY
                ? objects.ensure(
                        sql, change.kind(), change.local(), document.digest().substring(0, 32))
                : objects.ensure(sql, change.kind(), change.local());
        long version = object.version() + (object.digest().equals(document.digest()) ? 0 : 1);
        return new Outgoing(change, object, new SharedDocument(boxName, version, content.get()));
    }

    private SendResult remove(SharedBucket bucket, Outgoing outgoing) throws IOException, JetStreamApiException {
        SharedObject object = outgoing.object();
        if (object != null && object.revision() > 0) {
            bucket.delete(object.key());
        }
        database.write(sql -> {
            if (object != null) {
                if (object.kind() != SiteKind.HOLIDAY) {
                    objects.remember(sql, object.id());
                }
                objects.forget(sql, object);
            }
            return settled(sql, outgoing.change());
        });
        return new SendResult.Sent();
    }

    private SendResult resolve(SharedBucket bucket, LocalChange change, SharedObject object, SharedDocument ours)
            throws IOException, JetStreamApiException {
        Optional<BucketEntry> theirs = bucket.get(object.key());
        if (theirs.isEmpty()) { // the bucket was made anew: it is not there any more
            database.write(sql -> {
                objects.put(sql, object.with(0, ours));
                return true;
            });
            return send(bucket, change);
        }
        BucketEntry entry = theirs.get();
        if (entry.sealed() == null) {
            database.write(sql -> {
                documents.remove(sql, object.kind(), object.local());
                objects.remember(sql, object.id());
                objects.forget(sql, object);
                return settledWhateverFollowed(sql, change);
            });
            return new SendResult.Overruled("");
        }
        SharedDocument document = copy.open(entry);
        if (document.digest().equals(ours.digest())) {
            database.write(sql -> accepted(sql, change, object, ours, entry.revision()));
            return new SendResult.Sent();
        }
        Optional<SharedDocument> prevailing = prevailing(object, ours, document);
        if (prevailing.isPresent()) {
            OptionalLong revision = bucket.put(object.key(), sealed(object, prevailing.get()), entry.revision());
            if (revision.isEmpty()) {
                return resolve(bucket, change, object, ours);
            }
            takeOver(object, prevailing.get(), revision.getAsLong());
            return new SendResult.Sent();
        }
        takeOver(object, document, entry.revision());
        LOG.log(Level.WARNING, "site change={0} overruled-by=\"{1}\"", object.key(), document.by());
        return new SendResult.Overruled(document.by());
    }

    /** What is to be written over theirs: ours if the bucket was put back to an older state, or theirs with the person disabled as they are here. */
    private Optional<SharedDocument> prevailing(SharedObject object, SharedDocument ours, SharedDocument theirs) {
        if (object.revision() == 0 && ours.version() > theirs.version()) {
            return Optional.of(ours);
        }
        boolean isSafer = object.kind() == SiteKind.PERSON
                && !ours.json().path("enabled").asBoolean()
                && theirs.json().path("enabled").asBoolean();
        if (!isSafer) {
            return Optional.empty();
        }
        ObjectNode merged = (ObjectNode) theirs.json();
        merged.put("enabled", false);
        return Optional.of(new SharedDocument(boxName, theirs.version() + 1, merged.toString()));
    }

    private void takeOver(SharedObject object, SharedDocument document, long revision) {
        database.write(sql -> {
            List<LocalChange> marks = new ArrayList<>(objects.changes(sql));
            copy.takeOver(sql, object, revision, document, marks);
            objects.restore(sql, marks);
            return true;
        });
    }

    private byte[] sealed(SharedObject object, SharedDocument document) {
        return keys.current().seal(object.key(), document.encode(), random);
    }

    private boolean accepted(Sql sql, LocalChange change, SharedObject object, SharedDocument content, long revision)
            throws SQLException {
        objects.put(sql, object.with(revision, content));
        return settled(sql, change);
    }

    private boolean settled(Sql sql, LocalChange change) throws SQLException {
        objects.settle(sql, change);
        return true;
    }

    private boolean settledWhateverFollowed(Sql sql, LocalChange change) throws SQLException {
        for (LocalChange mark : objects.changes(sql)) {
            if (mark.kind() == change.kind() && mark.local() == change.local()) {
                objects.settle(sql, mark);
            }
        }
        return true;
    }
}
