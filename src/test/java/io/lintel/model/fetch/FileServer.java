package io.lintel.model.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An HTTP server with one file and a temper. */
final class FileServer implements AutoCloseable {

    /** How it answers. */
    enum Temper {
        HONEST,
        /** Sends the whole file whatever range is asked for. */
        IGNORES_RANGES,
        /** Breaks each answer off after 1,000 bytes. */
        BREAKS_OFF,
        /** Announces the file, sends nothing and breaks off. */
        SENDS_NOTHING,
        /** Sends on after the file's end. */
        NEVER_ENDS,
        NOT_FOUND
    }

    private static final int BROKEN_AFTER = 1000;

    private final HttpServer server;
    private final byte[] content;
    private final Temper temper;
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    FileServer(byte[] content, Temper temper) throws IOException {
        this.content = content;
        this.temper = temper;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/model");
    }

    /** The Range header of each request in their order; "all" where there was none. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "all" : range);
        try (exchange) {
            if (temper == Temper.NOT_FOUND) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            boolean continued = range != null && temper != Temper.IGNORES_RANGES;
            int from = continued ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (continued) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            byte[] rest = Arrays.copyOfRange(content, from, content.length);
            exchange.sendResponseHeaders(continued ? 206 : 200, temper == Temper.NEVER_ENDS ? 0 : rest.length);
            switch (temper) {
                case BREAKS_OFF -> {
                    exchange.getResponseBody().write(rest, 0, Math.min(BROKEN_AFTER, rest.length));
                    exchange.getResponseBody().flush();
                }
                case SENDS_NOTHING -> exchange.getResponseBody().flush();
                case NEVER_ENDS -> sendForever(exchange);
                default -> exchange.getResponseBody().write(rest);
            }
        }
    }

    private void sendForever(HttpExchange exchange) throws IOException {
        byte[] tooMuch = new byte[10 * content.length];
        while (true) {
            exchange.getResponseBody().write(tooMuch);
        }
    }
}
