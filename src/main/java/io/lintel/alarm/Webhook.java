package io.lintel.alarm;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        HttpClient.Builder builder = HttpClient.newBuilder();
        settings.tls().context().ifPresent(builder::sslContext);
        this.client = builder.version(
                        HttpClient.Version
                                .HTTP_1_1) // else the client asks plain http servers to upgrade to h2c: some answer 400
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook " + settings.url().getHost();
    }

    @Override
    public void deliver(Notification notice) {
        long time = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(settings.url())
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
        // not HttpRequest.timeout: that one ends when the headers are there, and a body that stalls would hold the
        // queue for ever
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw DeliveryException.later(
                    "the receiver cannot be reached: " + failed.getCause(), "check the address and the network");
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw DeliveryException.later(
                    "the receiver did not answer in full within "
                            + settings.timeout().toSeconds() + " s",
                    "check the receiver, or set lintel.alarm.webhook.timeout higher");
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw DeliveryException.later("interrupted", "nothing: the program is stopping");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
