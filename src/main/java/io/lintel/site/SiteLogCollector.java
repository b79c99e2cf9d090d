package io.lintel.site;

import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the rows of all boxes' logs into this box's database. Used by one thread. */
final class SiteLogCollector {

    private static final System.Logger LOG = System.getLogger(SiteLogCollector.class.getName());
    private static final int MOST_AT_ONCE = 500;
    private static final Duration MORE_FOLLOWS_WITHIN = Duration.ofMillis(5);

    private final SiteLogStore store;
    private final SiteKeyring keys;
    private @Nullable JetStreamSubscription messages;
    private String stream = "";

    SiteLogCollector(SiteLogStore store, SiteKeyring keys) {
        this.store = store;
        this.keys = keys;
    }

    /** To be called after each new connection. */
    void subscribe(Connection nats) throws IOException, JetStreamApiException {
        StreamInfo info = nats.jetStreamManagement().getStreamInfo(SiteSubjects.LOG);
        stream = info.getCreateTime().toInstant().toString();
        SiteProgress here = store.collected();
        boolean same = here.bucket().equals(stream)
                && here.revision() <= info.getStreamState().getLastSequence();
        messages = nats.jetStream()
                .subscribe(
                        SiteSubjects.allLogs(),
                        PushSubscribeOptions.builder().ordered(true).stream(SiteSubjects.LOG)
                                .configuration(ConsumerConfiguration.builder()
                                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                                        .startSequence(same ? here.revision() + 1 : 1)
                                        .build())
                                .build());
    }

    /** Takes what has arrived. */
    void collect() throws InterruptedException {
        List<SiteLogRow> rows = new ArrayList<>();
        long last = 0;
        JetStreamSubscription from = Objects.requireNonNull(messages, "not subscribed");
        for (Message message = from.nextMessage(MORE_FOLLOWS_WITHIN);
                message != null;
                message = rows.size() < MOST_AT_ONCE ? from.nextMessage(MORE_FOLLOWS_WITHIN) : null) {
            last = message.metaData().streamSequence();
            try {
                rows.add(row(message));
            } catch (LintelException e) {
                LOG.log(Level.WARNING, "site log subject={0} unreadable: {1}", message.getSubject(), e.getMessage());
            }
        }
        if (last > 0) {
            store.collect(rows, new SiteProgress(stream, last));
        }
    }

    private SiteLogRow row(Message message) {
        String subject = message.getSubject();
        int number = SiteKey.numberOf(message.getData());
        SiteKey key = keys.number(number)
                .orElseThrow(
                        () -> new LintelException("sealed with the unknown key " + number, "see the site's status"));
        return SiteLogRow.decode(SiteSubjects.boxOf(subject), key.open(subject, message.getData()));
    }
}
