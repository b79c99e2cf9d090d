package io.lintel.service;

import io.lintel.system.LintelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Fetches a calendar by https: bounded in time and size, without following redirects, never from this machine or its link (0208). The address may be
 * a secret, so no message repeats more of it than the host. One thread at a time.
 */
public final class CalendarDownload {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI address;
    private final int mostBytes;
    private final Duration longest;
    private final boolean local;
    private final HttpClient client;

    /**
     * @param trusted whom to trust instead of the runtime's list
     * @param longest for the whole answer
     */
    public CalendarDownload(URI address, Optional<SSLContext> trusted, int mostBytes, Duration longest) {
        this(address, trusted, mostBytes, longest, false);
    }

    /** @param local whether this machine itself may be asked, as in tests */
    CalendarDownload(URI address, Optional<SSLContext> trusted, int mostBytes, Duration longest, boolean local) {
        this.address = checked(address);
        this.mostBytes = mostBytes;
        this.longest = longest;
        this.local = local;
        HttpClient.Builder builder = HttpClient.newBuilder();
        trusted.ifPresent(builder::sslContext);
        this.client = builder.connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws LintelException if it is no address of https */
    public static URI checked(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() != null) {
            throw new LintelException(
                    "the address of the calendar is not an https address without user and password",
                    "write it like https://calendar.example.org/holidays.ics; instead of webcal: write https:");
        }
        return address;
    }

    public String host() {
        return address.getHost();
    }

    /** @return the file, of at most so many bytes @throws LintelException saying why there is none */
    public byte[] fetch() {
        refuseOwnMachine();
        CompletableFuture<byte[]> answer = client.sendAsync(
                        HttpRequest.newBuilder(address)
                                .header("accept", "text/calendar")
                                .header("user-agent", "lintel")
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream())
                .thenApplyAsync(this::body);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed("it did not answer in full within " + longest.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failed("the program is stopping");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LintelException known ? known : failed(reason(e));
        }
    }

    private byte[] body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw failed("it answered with status " + response.statusCode());
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(in.readNBytes(mostBytes + 1));
            if (content.size() > mostBytes) {
                throw failed("the file is larger than " + (mostBytes >> 20) + " MB");
            }
            return content.toByteArray();
        } catch (IOException e) {
            throw failed(reason(e));
        }
    }

    private void refuseOwnMachine() {
        try {
            for (InetAddress target : InetAddress.getAllByName(address.getHost())) {
                if (!local
                        && (target.isLoopbackAddress() || target.isLinkLocalAddress() || target.isAnyLocalAddress())) {
                    throw failed("that is this machine or its own link, which is never asked");
                }
            }
        } catch (UnknownHostException e) {
            throw failed("there is no machine of that name");
        }
    }

    private LintelException failed(String why) {
        return new LintelException(
                "the calendar of " + host() + " cannot be fetched: " + why,
                "check lintel.holidays.calendar and the network; the days of the last good copy stay");
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
