package io.lintel.site;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;

/** Makes what a site needs at its server; for whoever founds the site. */
public final class SiteStreams {

    private static final int MOST_BYTES_A_DOCUMENT = 900_000;
    private static final Duration BOX_IS_GONE = Duration.ofDays(30);

    private SiteStreams() {}

    /** As {@link #create}; does nothing where they are. */
    public static void createIfMissing(Connection nats, int replicas) throws IOException, JetStreamApiException {
        try {
            nats.jetStreamManagement().getStreamInfo(SiteSubjects.LOG);
        } catch (JetStreamApiException e) {
            if (!JetStreamErrors.isNothingThere(e)) {
                throw e;
            }
            create(nats, replicas);
        }
    }

    /** @param replicas 1, or 3 on a cluster of three; what is there already as it should be stays */
    public static void create(Connection nats, int replicas) throws IOException, JetStreamApiException {
        nats.keyValueManagement()
                .create(KeyValueConfiguration.builder(SiteSubjects.SHARED)
                        .description("people, groups, schedules and holidays, sealed")
                        .maxHistoryPerKey(1)
                        .maximumValueSize(MOST_BYTES_A_DOCUMENT)
                        .storageType(StorageType.File)
                        .replicas(replicas)
                        .build());
        nats.keyValueManagement()
                .create(KeyValueConfiguration.builder(SiteSubjects.BOXES)
                        .description("how each box is, sealed")
                        .maxHistoryPerKey(1)
                        .ttl(BOX_IS_GONE)
                        .storageType(StorageType.File)
                        .replicas(replicas)
                        .build());
        nats.jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(SiteSubjects.LOG)
                        .description("the logs of all boxes, sealed")
                        .subjects(SiteSubjects.allLogs())
                        .retentionPolicy(RetentionPolicy.Limits)
                        .denyDelete(true)
                        .storageType(StorageType.File)
                        .replicas(replicas)
                        .build());
    }
}
