package io.lintel.security;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS only HTTP/1.1 is spoken: nothing asks for HTTP/2 there but clients that try an upgrade ({@code h2c}) with every first request, and a
 * second protocol is one more parser before anybody has signed in. With TLS, HTTP/2 stays.
 */
@Singleton
class ClearTextProtocol implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
