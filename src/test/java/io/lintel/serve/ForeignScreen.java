package io.lintel.serve;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser that reaches the box by a name that is not this machine's, as one on another machine would. The JDK's client sends such a Host only
 * with {@code -Djdk.httpclient.allowRestrictedHeaders=host}, which is set here before it is first used.
 */
final class ForeignScreen implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String address;
    private final String host;

    ForeignScreen(LintelProcess lintel, String host) {
        this.address = lintel.address();
        this.host = host + ":" + URI.create(address).getPort();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<Stream<String>> stream(String path) throws Exception {
        return client.send(request(path).GET().build(), BodyHandlers.ofLines());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    static String code(HttpResponse<String> answer) {
        Matcher found = CODE.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError("no code in " + answer.statusCode() + " " + answer.body());
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Host", host)
                .timeout(PATIENCE);
    }

    @Override
    public void close() {
        client.close();
    }
}
