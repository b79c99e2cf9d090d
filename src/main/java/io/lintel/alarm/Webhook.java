package io.lintel.alarm;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Set;

/** POSTs notices, signed. Follows no redirects: the receiver is who the settings say. */
public final class Webhook implements Transport {

    /** The receiver says that it does not understand this very notice: to send it again would only block the others. */
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 413, 415, 422);

    private final WebhookSettings settings;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final HttpClient client;

    /** @param clock wall clock, for the signature's time */
    public Webhook(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.signature = new WebhookSignature(settings.key());
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook " + settings.url().getHost();
    }

    @Override
    public void deliver(Notice notice) {
        long time = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("content-type", "application/json")
                .header("user-agent", "lintel")
                .header("webhook-id", notice.id())
                .header("webhook-timestamp", Long.toString(time))
                .header("webhook-signature", signature.of(notice.id(), time, notice.json()))
                .POST(HttpRequest.BodyPublishers.ofString(notice.json()))
                .build();
        int status = send(request).statusCode();
        if (NOT_UNDERSTOOD.contains(status)) {
            throw DeliveryException.never("the receiver answered " + status, "see docs/EVENTS.md for the form");
        }
        if (status / 100 != 2) {
            throw DeliveryException.later(
                    "the receiver answered " + status, "check the address, and that the receiver has the same secret");
        }
    }

    private HttpResponse<Void> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException failed) {
            throw DeliveryException.later(
                    "the receiver cannot be reached: " + failed, "check the address and the network");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw DeliveryException.later("interrupted", "nothing: the program is stopping");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
