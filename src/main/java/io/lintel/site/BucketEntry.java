package io.lintel.site;

import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import org.jspecify.annotations.Nullable;

/**
 * The state of a key in the bucket.
 *
 * @param sealed null if what was there is removed
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record BucketEntry(String key, long revision, byte @Nullable [] sealed) {

    static BucketEntry of(KeyValueEntry entry) {
        return new BucketEntry(
                entry.getKey(),
                entry.getRevision(),
                entry.getOperation() == KeyValueOperation.PUT ? entry.getValue() : null);
    }
}
