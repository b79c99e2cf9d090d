package io.lintel.site;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.KeyValue;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bucket of what all boxes share, over one connection. Used by one thread. */
final class SharedBucket {

    private static final int MOST_AT_ONCE = 500;
    private static final Duration MORE_FOLLOWS_WITHIN = Duration.ofMillis(5);
    private static final String STREAM = SiteSubjects.streamOf(SiteSubjects.SHARED);

    private final Connection nats;
    private final KeyValue bucket;

    SharedBucket(Connection nats) throws IOException {
        this.nats = nats;
        this.bucket = nats.keyValue(SiteSubjects.SHARED);
    }

    /** When it was made, and its last revision: by both a box sees that it is another one, or was put back. */
    SiteProgress state() throws IOException, JetStreamApiException {
        StreamInfo info = nats.jetStreamManagement().getStreamInfo(STREAM);
        return new SiteProgress(
                info.getCreateTime().toInstant().toString(),
                info.getStreamState().getLastSequence());
    }

    /** What changes after a revision, in order, each key in its last state. */
    JetStreamSubscription changesAfter(long revision) throws IOException, JetStreamApiException {
        return nats.jetStream()
                .subscribe(
                        SiteSubjects.subjectOf(SiteSubjects.SHARED, ">"),
                        PushSubscribeOptions.builder().ordered(true).stream(STREAM)
                                .configuration(ConsumerConfiguration.builder()
                                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                                        .startSequence(revision + 1)
                                        .build())
                                .build());
    }

    /** Waits for the first and takes what follows at once; empty if none came. */
    static List<BucketEntry> next(JetStreamSubscription changes, Duration wait) throws InterruptedException {
        List<BucketEntry> batch = new ArrayList<>();
        Message message = changes.nextMessage(wait);
        while (message != null) {
            batch.add(BucketEntry.of(new KeyValueEntry(message)));
            message = batch.size() < MOST_AT_ONCE ? changes.nextMessage(MORE_FOLLOWS_WITHIN) : null;
        }
        return batch;
    }

    /** The last state of a key; empty if it never was there. */
    Optional<BucketEntry> get(String key) throws IOException, JetStreamApiException {
        try {
            MessageInfo last =
                    nats.jetStreamManagement().getLastMessage(STREAM, SiteSubjects.subjectOf(SiteSubjects.SHARED, key));
            return Optional.of(BucketEntry.of(new KeyValueEntry(last)));
        } catch (JetStreamApiException e) {
            if (JetStreamErrors.isNothingThere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @param revision that the key has; 0 if it is not there @return the new revision; empty if somebody else was first */
    OptionalLong put(String key, byte[] sealed, long revision) throws IOException, JetStreamApiException {
        try {
            return OptionalLong.of(revision == 0 ? bucket.create(key, sealed) : bucket.update(key, sealed, revision));
        } catch (JetStreamApiException e) {
            return none(e);
        }
    }

    /** Removes it whatever its state is: nobody is let in by somebody's later change. */
    void delete(String key) throws IOException, JetStreamApiException {
        bucket.delete(key);
    }

    private static OptionalLong none(JetStreamApiException e) throws JetStreamApiException {
        if (JetStreamErrors.isOutdated(e)) {
            return OptionalLong.empty();
        }
        throw e;
    }
}
