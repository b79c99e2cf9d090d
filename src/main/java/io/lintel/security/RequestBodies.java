package io.lintel.security;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads bodies other than uploads as a whole on the event loop, before a worker thread is taken: who sends half of one holds nothing but
 * their own connection. All bodies together have a bound, for nobody has shown who they are yet. Thread-safe.
 */
final class RequestBodies {

    /** What to do with a request that will not be served. */
    interface Refusal {
        void of(RoutingContext request, int status, String what, String remedy);
    }

    private static final Duration PATIENCE_FOR_SMALL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_AT_ONCE = 16L << 20;
    private static final Set<HttpMethod> MAY_HAVE_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final AtomicLong held = new AtomicLong();
    private final Refusal refusal;

    RequestBodies(Refusal refusal) {
        this.refusal = refusal;
    }

    /** Goes on with the request when its body is there. */
    void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !hasBody(request)) {
            serve(context);
            return;
        }
        if (isHttp2(request) && declaredLength(request) < 0) {
            refusal.of(context, 411, "The request does not say how long its body is", "send it with a Content-Length");
            return;
        }
        new Reading(context, BodyLimits.limit(context)).begin();
    }

    /** HTTP/2 needs no header for one; there a method that has no body by its meaning is not waited for. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Transfer-Encoding") != null
                        || isHttp2(request) && MAY_HAVE_BODY.contains(request.method())
                : !length.strip().equals("0");
    }

    private static boolean isHttp2(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** @return how long the body says it is, bytes; -1 where it does not say, or says nonsense */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void serve(RoutingContext context) {
        GuardedConnection.answering(context);
        context.next();
    }

    private final class Reading {

        private final RoutingContext context;
        private final long limit;
        /** Bytes; -1 where only the stream's end tells. */
        private final long declared;

        private final Buffer body = Buffer.buffer();
        private long timer;
        private boolean over;

        Reading(RoutingContext context, long limit) {
            this.context = context;
            this.limit = limit;
            this.declared = isHttp2(context.request()) ? declaredLength(context.request()) : -1;
        }

        void begin() {
            Duration patience = limit <= BodyLimits.TINY ? PATIENCE_FOR_SMALL : PATIENCE;
            timer = context.vertx().setTimer(patience.toMillis(), late -> {
                if (finish()) {
                    refuse(408, "The request did not arrive in time", "send it again");
                }
            });
            HttpServerRequest request = context.request();
            request.exceptionHandler(gone -> finish());
            request.handler(this::more);
            request.endHandler(end -> done());
            if (request.getHeader("Expect") != null) {
                request.response().writeContinue();
            }
            request.resume();
        }

        private void more(Buffer part) {
            if (over) {
                return;
            }
            if (body.length() + part.length() > limit) {
                finish();
                refuse(413, BodyLimits.TOO_LARGE, BodyLimits.TOO_LARGE_REMEDY);
            } else if (held.addAndGet(part.length()) > MOST_AT_ONCE) {
                held.addAndGet(-part.length());
                finish();
                refuse(503, "Too many requests are being read", "try again in a few seconds");
            } else {
                body.appendBuffer(part);
                if (body.length() == declared) {
                    // The REST layer pauses each request, which Vert.x refuses on an HTTP/2 stream that has ended: the
                    // end has to wait.
                    context.request().pause();
                    done();
                }
            }
        }

        private void done() {
            if (finish()) {
                ((RoutingContextInternal) context).setBody(body);
                context.request().exceptionHandler(null);
                serve(context);
            }
        }

        /** @return whether it was still going on */
        private boolean finish() {
            if (over) {
                return false;
            }
            over = true;
            held.addAndGet(-body.length());
            context.vertx().cancelTimer(timer);
            return true;
        }

        private void refuse(int status, String what, String remedy) {
            refusal.of(context, status, what, remedy);
        }
    }
}
