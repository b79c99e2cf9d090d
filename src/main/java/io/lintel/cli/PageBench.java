package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.account.SetUp;
import io.lintel.account.UserName;
import io.lintel.face.Embedding;
import io.lintel.face.FaceModels;
import io.lintel.face.HeadPose;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.ShotQuality;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.lintel.wiring.Serving;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long each page takes with a thousand people and a million rows, measured from outside, over HTTP, while the demo's door is at
 * work. All of it in a scratch folder that is gone afterwards.
 */
final class PageBench {

    private static final int PEOPLE = 1000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 41;
    private static final double TARGET_MILLIS = 50;
    private static final long SEED = 20261122;

    private record Timing(String page, int bytes, double median, double p95) {}

    private final Console console;
    private final int rows;

    PageBench(Console console, int rows) {
        this.console = console;
        this.rows = rows;
    }

    int run() {
        Path folder = scratch();
        try {
            int port = freePort();
            Path settings = folder.resolve("lintel.properties");
            Files.write(
                    settings,
                    List.of(
                            "lintel.camera.source=demo",
                            "lintel.data.folder=" + folder.resolve("data"),
                            "quarkus.http.port=" + port,
                            "quarkus.log.console.level=ERROR"));
            return new QuarkusServiceRunner(() -> Optional.of(settings), console)
                    .run(true, services -> measure(services, URI.create("http://localhost:" + port)));
        } catch (IOException e) {
            throw new LintelException("the scratch folder " + folder + " cannot be used: " + e, "look at its disk", e);
        } finally {
            delete(folder);
        }
    }

    private int measure(ServiceRunner.Services services, URI address) throws IOException, InterruptedException {
        console.remark("enrolling " + PEOPLE + " people");
        enrol(services);
        console.remark("writing " + rows + " rows of the log");
        PageBenchStore.fill(services.get(Database.class), rows, PEOPLE, System.currentTimeMillis() - rows * 500L);
        services.get(Serving.class).start();
        String cookie = signIn(services.get(SetUp.class));
        List<Timing> timings = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : pages()) {
                console.remark("asking for " + page);
                timings.add(time(client, address, cookie, page));
            }
        }
        report(timings);
        return timings.stream().allMatch(timing -> timing.median() <= TARGET_MILLIS) ? ExitCode.OK : ExitCode.NO;
    }

    private List<String> pages() {
        int middle = rows / 2;
        return List.of(
                "/admin/now",
                "/admin/log",
                "/admin/log?before=" + middle,
                "/admin/log?after=" + middle,
                "/admin/log?what=denied",
                "/admin/log?what=door&before=" + middle,
                "/admin/log?person=%23500",
                "/admin/log?person=%23500&what=denied",
                "/admin/log?reason=unknown&from=2020-01-01T00:00",
                "/admin/log?text=nobody-wrote-this",
                "/admin/log/" + middle,
                "/admin/people",
                "/admin/people?q=person+9",
                "/admin/people?after=500",
                "/admin/people/500",
                "/admin/schedules",
                "/admin/identify",
                "/admin/compare",
                "/admin/tuning",
                "/admin/settings",
                "/admin/accounts",
                "/admin/me",
                "/api/v1/decisions",
                "/api/v1/audit?before=" + middle,
                "/api/v1/people",
                "/api/v1/door",
                "/api/v1/health");
    }

    private static Timing time(HttpClient client, URI address, String cookie, String page)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(page))
                .header("Cookie", cookie)
                .timeout(Duration.ofSeconds(30))
                .build();
        int bytes = 0;
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double took = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() == 404) {
                return new Timing(page + " (404: no such page)", 0, 0, 0);
            }
            if (answer.statusCode() != 200) {
                throw new LintelException(page + " answers " + answer.statusCode(), "open it in a browser and look");
            }
            bytes = answer.body().length;
            if (round >= 0) {
                millis[round] = took;
            }
        }
        Arrays.sort(millis);
        return new Timing(page, bytes, millis[ROUNDS / 2], millis[(int) (ROUNDS * 0.95)]);
    }

    private static void enrol(ServiceRunner.Services services) {
        Random random = new Random(SEED);
        String model = services.get(Gallery.class).modelId();
        int dimension = services.get(FaceModels.class)
                .embedder()
                .spec()
                .embedding()
                .orElseThrow()
                .dimension();
        ShotQuality quality = new ShotQuality(80, 300, 127, 50, new HeadPose(0, 0, 0));
        People people = services.get(People.class);
        for (int number = 1; number <= PEOPLE; number++) {
            float[] values = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                values[i] = (float) random.nextGaussian();
            }
            people.add(
                    PersonDraft.named("Person " + number),
                    List.of(new TemplateDraft(Embedding.of(values), model, TemplateSource.PHOTO, 1, quality)));
        }
    }

    /** The first admin of the scratch box. @return the cookie of the session */
    private static String signIn(SetUp setUp) {
        String token = setUp.begin().orElseThrow();
        return "lintel_session="
                + setUp.complete(token, UserName.of("bench"), "correct-bench-battery-71", "127.0.0.1", "lintel bench")
                        .token()
                        .value();
    }

    private void report(List<Timing> timings) {
        ArrayNode list = Console.object().arrayNode();
        timings.forEach(timing -> list.add(Console.object()
                .put("page", timing.page())
                .put("bytes", timing.bytes())
                .put("median_ms", timing.median())
                .put("p95_ms", timing.p95())));
        ObjectNode document =
                Console.object().put("people", PEOPLE).put("rows", rows).put("target_ms", TARGET_MILLIS);
        document.set("pages", list);
        console.answer(document, out -> print(timings, out));
    }

    private void print(List<Timing> timings, PrintWriter out) {
        out.printf(
                "pages with %,d people and %,d rows, a demo's door at work; target: median %.0f ms%n",
                PEOPLE, rows, TARGET_MILLIS);
        out.printf("%9s %9s %9s  %s%n", "median ms", "p95 ms", "KB", "page");
        for (Timing timing : timings) {
            out.printf(
                    "%9.1f %9.1f %9.1f  %s%s%n",
                    timing.median(),
                    timing.p95(),
                    timing.bytes() / 1000.0,
                    timing.page(),
                    timing.median() > TARGET_MILLIS ? "   TOO SLOW" : "");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lintel-pages");
        } catch (IOException e) {
            throw new LintelException("no scratch folder: " + e, "make room in the temp folder", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            System.getLogger(PageBench.class.getName())
                    .log(System.Logger.Level.WARNING, "the scratch folder " + folder + " is left behind", e);
        }
    }
}
