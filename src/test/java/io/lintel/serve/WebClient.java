package io.lintel.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does without scripts, for tests: keeps cookies, sends forms with their CSRF token. Does not follow redirects, so
 * that a test sees them.
 */
public final class WebClient implements AutoCloseable {

    public static final String PASSWORD = "seven green kettles";

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");
    private static final Pattern SET_UP_TOKEN = Pattern.compile("set-up-token=([0-9A-Z-]+)");
    private static final String BOUNDARY = "lintel-test-boundary";

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Nobody yet. */
    public WebClient(LintelProcess lintel) {
        address = lintel.address();
    }

    /** Waits for the program, makes the first account by the token from its log, and is signed in as this admin. */
    public static WebClient setUp(LintelProcess lintel) throws Exception {
        WebClient client = new WebClient(lintel);
        String token = setUpToken(lintel);
        HttpResponse<String> done = client.form(
                "/admin/setup",
                Map.of("token", token, "name", "root", "password", PASSWORD, "repeated", PASSWORD),
                client.csrf("/admin/setup"));
        if (done.statusCode() != 303) {
            throw new AssertionError("set-up: " + done.statusCode() + "\n" + done.body());
        }
        return client;
    }

    /** Signed in with the usual test password. */
    public static WebClient signedIn(LintelProcess lintel, String name) {
        WebClient client = new WebClient(lintel);
        HttpResponse<String> done =
                client.form("/admin/login", Map.of("name", name, "password", PASSWORD), client.csrf("/admin/login"));
        if (done.statusCode() != 303) {
            throw new AssertionError("login: " + done.statusCode() + "\n" + done.body());
        }
        return client;
    }

    /** The token that a start without an account prints, waited for together with the first answer. */
    public static String setUpToken(LintelProcess lintel) throws Exception {
        Instant patience = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(patience)) {
            Matcher found = SET_UP_TOKEN.matcher(lintel.log());
            if (found.find() && answers(lintel)) {
                return found.group(1);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no set-up token in the log:\n" + lintel.log());
    }

    private static boolean answers(LintelProcess lintel) {
        try {
            return lintel.status("/door/") > 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A page, which must be there. */
    public String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + "\n" + answer.body());
        }
        return answer.body();
    }

    /** The token in a page, or of this session where the page needs none. */
    public String csrf(String path) {
        HttpResponse<String> answer = get(path);
        Matcher found = CSRF.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError(
                    path + " answered " + answer.statusCode() + " without a CSRF token\n" + answer.body());
        }
        return found.group(1);
    }

    /** The token of the session that is signed in. */
    public String csrf() {
        return csrf("/admin/me");
    }

    /** Sends a form as its page would, with the token of the session. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        return form(path, fields, csrf());
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String csrf) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(BodyPublishers.ofString(body + "&csrf=" + encoded(csrf))));
    }

    /** Sends a file, as a form with {@code enctype="multipart/form-data"} does. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String field, String fileName, byte[] file) throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        var all = new java.util.LinkedHashMap<>(fields);
        all.put("csrf", csrf());
        for (var entry : all.entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey() + "\"\r\n\r\n"
                            + entry.getValue() + "\r\n")
                    .getBytes(UTF_8));
        }
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Origin", address)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** An API call of the signed-in browser. @param json empty for none */
    public HttpResponse<String> json(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf())
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The session's cookie, to hand to a real browser. */
    public HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("lintel_session"))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
