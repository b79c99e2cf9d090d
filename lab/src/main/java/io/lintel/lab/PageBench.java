package io.lintel.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.model.ModelSpec;
import io.lintel.serve.LintelProcess;
import io.lintel.storage.TestDatabase;
import io.lintel.system.FileTree;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long each page takes with a thousand people and a million rows, measured from outside, over HTTP, while the demo's door is at
 * work. All of it in a scratch folder that is gone afterwards.
 */
final class PageBench {

    private static final int PEOPLE = 1000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 41;
    private static final double TARGET_MILLIS = 50;

    private record Timing(String page, int bytes, double median, double p95) {}

    private final ModelSpec embedder;
    private final Console console;
    private final int rows;

    PageBench(ModelSpec embedder, Console console, int rows) {
        this.embedder = embedder;
        this.console = console;
        this.rows = rows;
    }

    int run() {
        Path folder = scratch();
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "quarkus.log.console.level=ERROR")) {
            String cookie;
            try (TestDatabase file = TestDatabase.open(
                    Files.createDirectories(folder.resolve("data")).resolve("demo.db"))) {
                console.remark("enrolling " + PEOPLE + " people");
                ScratchBox.enrol(file.database(), embedder, PEOPLE);
                console.remark("writing " + rows + " rows of the log");
                PageBenchStore.fill(file.database(), rows, PEOPLE, System.currentTimeMillis() - rows * 500L);
                cookie = ScratchBox.signIn(file.database());
            }
            lintel.serveUntilReady();
            return measure(URI.create(lintel.address()), cookie);
        } catch (IOException e) {
            throw new LintelException("the pages cannot be measured: " + e, "look at the disk and at the port", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("interrupted", "start again", e);
        } finally {
            delete(folder);
        }
    }

    private int measure(URI address, String cookie) throws IOException, InterruptedException {
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
                "/admin/log/newest",
                "/admin/log/print",
                "/admin/log/" + middle,
                "/admin/people",
                "/admin/people?view=list",
                "/admin/people?view=list&sort=last-visit&backwards=yes",
                "/admin/people?q=person+9",
                "/admin/people/selection?all=yes",
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

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lintel-pages");
        } catch (IOException e) {
            throw new LintelException("no scratch folder: " + e, "make room in the temp folder", e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileTree.delete(folder);
        } catch (IOException e) {
            System.getLogger(PageBench.class.getName())
                    .log(System.Logger.Level.WARNING, "the scratch folder " + folder + " is left behind", e);
        }
    }
}
