package io.lintel.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends what was changed here, by compare-and-set: if somebody else was first, theirs is taken over. A removal and the disabling of a person hold whatever
 * others have written meanwhile. Used by one thread.
 */
final class SharedSender {

    private static final System.Logger LOG = System.getLogger(SharedSender.class.getName());

    private final SharedChangeStore changes;
    private final SharedCopyStore copy;
    private final SiteKeyring keys;
    private final String boxName;
    private final SecureRandom random = new SecureRandom();

    SharedSender(SharedChangeStore changes, SharedCopyStore copy, SiteKeyring keys, String boxName) {
        this.changes = changes;
        this.copy = copy;
        this.keys = keys;
        this.boxName = boxName;
    }

    SendResult send(SharedBucket bucket, LocalChange change) throws IOException, JetStreamApiException {
        SharedChangeStore.Outgoing outgoing = changes.outgoing(change);
        SharedObject object = outgoing.object();
        SharedDocument document = outgoing.document();
        if (document == null) {
            if (object != null && object.revision() > 0) {
                bucket.delete(object.key());
            }
            changes.removed(change, object);
            return new SendResult.Sent();
        }
        return send(bucket, change, Objects.requireNonNull(object), document);
    }

    private SendResult send(SharedBucket bucket, LocalChange change, SharedObject object, SharedDocument document)
            throws IOException, JetStreamApiException {
        if (object.revision() > 0 && object.digest().equals(document.digest())) {
            return settle(bucket, change, object);
        }
        OptionalLong revision = bucket.put(object.key(), sealed(object, document), object.revision());
        if (revision.isEmpty()) {
            return resolve(bucket, change, object, document);
        }
        changes.accepted(change, object, document, revision.getAsLong());
        return new SendResult.Sent();
    }

    /** Nothing is different after all. What came meanwhile was left alone because of the mark, and is taken over now. */
    private SendResult settle(SharedBucket bucket, LocalChange change, SharedObject object)
            throws IOException, JetStreamApiException {
        BucketEntry entry = bucket.get(object.key()).orElse(null);
        if (entry == null || entry.revision() <= object.revision()) {
            changes.settle(change);
        } else if (entry.sealed() == null) {
            changes.removeToo(object);
        } else {
            changes.takeOver(object, copy.open(entry), entry.revision());
        }
        return new SendResult.Sent();
    }

    private SendResult resolve(SharedBucket bucket, LocalChange change, SharedObject object, SharedDocument ours)
            throws IOException, JetStreamApiException {
        Optional<BucketEntry> theirs = bucket.get(object.key());
        if (theirs.isEmpty()) { // the bucket was made anew
            changes.unsent(object, ours);
            return send(bucket, change);
        }
        BucketEntry entry = theirs.get();
        if (entry.sealed() == null) {
            changes.removeToo(object);
            return new SendResult.Overruled("");
        }
        SharedDocument document = copy.open(entry);
        if (document.digest().equals(ours.digest())) {
            changes.accepted(change, object, document, entry.revision());
            return new SendResult.Sent();
        }
        Optional<SharedDocument> prevailing = prevailing(object, ours, document);
        if (prevailing.isEmpty()) {
            changes.takeOver(object, document, entry.revision());
            LOG.log(Level.WARNING, "site change={0} overruled-by=\"{1}\"", object.key(), document.by());
            return new SendResult.Overruled(document.by());
        }
        OptionalLong revision = bucket.put(object.key(), sealed(object, prevailing.get()), entry.revision());
        if (revision.isEmpty()) {
            return resolve(bucket, change, object, ours);
        }
        changes.takeOver(object, prevailing.get(), revision.getAsLong());
        return new SendResult.Sent();
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

    private byte[] sealed(SharedObject object, SharedDocument document) {
        return keys.current().seal(object.key(), document.encode(), random);
    }
}
