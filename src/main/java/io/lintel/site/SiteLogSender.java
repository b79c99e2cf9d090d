package io.lintel.site;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.PublishAck;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/**
 * Sends the rows of this box's log, in order and each exactly once. A row names the message before it ({@code
 * Nats-Expected-Last-Subject-Sequence}): one that was stored without our hearing of it is refused the second time, however long that takes, and sending goes
 * on after it. Used by one thread.
 */
final class SiteLogSender {

    private static final int ROWS_AT_ONCE = 200;

    private final SiteLogStore store;
    private final SiteKeyring keys;
    private final String box;
    private final SecureRandom random = new SecureRandom();

    SiteLogSender(SiteLogStore store, SiteKeyring keys, String box) {
        this.store = store;
        this.keys = keys;
        this.box = box;
    }

    /** Sends what there is, at most {@value #ROWS_AT_ONCE} rows. @return whether there may be more */
    boolean send(Connection nats) throws IOException, JetStreamApiException {
        SiteLogCursor cursor = store.cursor();
        List<SiteLogRow> rows = store.rowsAfter(box, cursor.row(), ROWS_AT_ONCE);
        SiteLogCursor sent = cursor;
        try {
            for (SiteLogRow row : rows) {
                sent = new SiteLogCursor(row.row(), publish(nats.jetStream(), row, sent.sequence()));
            }
        } catch (JetStreamApiException e) {
            if (!JetStreamErrors.isOutdated(e)) {
                throw e;
            }
            sent = lastAtServer(nats);
        } finally {
            if (!sent.equals(cursor)) {
                store.cursor(sent);
            }
        }
        return rows.size() == ROWS_AT_ONCE || !sent.equals(cursor);
    }

    private long publish(JetStream stream, SiteLogRow row, long after) throws IOException, JetStreamApiException {
        String subject = SiteSubjects.log(box);
        PublishAck stored = stream.publish(
                subject,
                keys.current().seal(subject, row.encode(), random),
                PublishOptions.builder()
                        .expectedStream(SiteSubjects.LOG)
                        .messageId(box + "-" + row.row())
                        .expectedLastSubjectSequence(after)
                        .build());
        return stored.getSeqno();
    }

    /** What the server has of this box; nothing if its stream was made anew. */
    private SiteLogCursor lastAtServer(Connection nats) throws IOException, JetStreamApiException {
        try {
            MessageInfo last = nats.jetStreamManagement().getLastMessage(SiteSubjects.LOG, SiteSubjects.log(box));
            String id = last.getHeaders().getFirst("Nats-Msg-Id");
            return new SiteLogCursor(Long.parseLong(id.substring(id.lastIndexOf('-') + 1)), last.getSeq());
        } catch (JetStreamApiException e) {
            if (JetStreamErrors.isNothingThere(e)) {
                return new SiteLogCursor(0, 0);
            }
            throw e;
        }
    }
}
