package io.lintel.model.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Downloads a file of known length and continues what an earlier try left. A broken transfer is continued at once as long as each
 * try brings something; no more than the known length is ever stored. The content is the caller's to verify. One thread at a time.
 */
final class HttpDownload implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    /** Until the answer's first line, so that a server that takes the call and says nothing stops nobody for long. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Duration deadline;
    /** Hosts that could not be connected to: each is waited for once, not once for every file. */
    private final Set<String> unreachable = new HashSet<>();

    HttpDownload(Duration deadline) {
        this.deadline = deadline;
    }

    /**
     * @param bytes the file's length
     * @param part grows to that length
     */
    void get(URI address, long bytes, Path part) throws IOException {
        if (unreachable.contains(address.getAuthority())) {
            throw new SourceFailure(address.getHost() + " could not be reached a moment ago");
        }
        while (true) {
            long before = size(part);
            if (before == bytes) {
                return;
            }
            if (before > bytes) {
                Files.delete(part);
                continue;
            }
            try {
                transfer(address, before, bytes, part);
            } catch (SourceFailure e) {
                throw e;
            } catch (ConnectException | HttpConnectTimeoutException e) {
                unreachable.add(address.getAuthority());
                throw new SourceFailure("gave nothing: " + reason(e), e);
            } catch (IOException e) {
                if (size(part) <= before) {
                    throw new SourceFailure("gave nothing: " + reason(e), e);
                }
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private void transfer(URI address, long from, long bytes, Path part) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        // a server that ignores the range starts again at zero
        BodyHandler<Path> body = info -> switch (Answer.of(info.statusCode(), info.headers(), from)) {
            case WHOLE ->
                BodySubscribers.limiting(
                        BodySubscribers.ofFile(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        bytes);
            case REST ->
                BodySubscribers.limiting(
                        BodySubscribers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                        bytes - from);
            case USELESS -> BodySubscribers.replacing(part);
        };
        HttpResponse<Path> response = await(client.sendAsync(request.build(), body));
        if (Answer.of(response.statusCode(), response.headers(), from) == Answer.USELESS) {
            // what was left of an earlier try may be what the server cannot continue
            Files.deleteIfExists(part);
            throw new SourceFailure("answered with status " + response.statusCode());
        }
        if (size(part) < bytes) {
            throw new IOException("the transfer ended after " + size(part) + " of " + bytes + " bytes");
        }
    }

    private enum Answer {
        WHOLE,
        REST,
        USELESS;

        static Answer of(int status, HttpHeaders headers, long from) {
            if (status == OK) {
                return WHOLE;
            }
            boolean rest = headers.firstValue("Content-Range")
                    .filter(range -> range.startsWith("bytes " + from + "-"))
                    .isPresent();
            return status == PARTIAL_CONTENT && rest ? REST : USELESS;
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("nothing more within " + deadline.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceFailure("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
