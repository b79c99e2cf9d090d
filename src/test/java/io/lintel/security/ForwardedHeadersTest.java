package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.config.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {

    private final TrustedProxies proxies = TrustedProxies.parse("10.0.0.1, 10.0.1.0/24 fd00::/8");

    private Optional<ForwardedHeaders> read(String... namesAndValues) throws ForwardedHeaders.Unclear {
        MultiMap headers = HttpHeaders.headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ForwardedHeaders.read(headers, proxies);
    }

    private String client(String... namesAndValues) throws ForwardedHeaders.Unclear {
        return read(namesAndValues).orElseThrow().client().getHostAddress();
    }

    @Test
    void whatTheClientSendsItselfIsNotBelieved() throws Exception {
        assertThat(client("X-Forwarded-For", "127.0.0.1, 192.0.2.7", "X-Forwarded-Proto", "https"))
                .isEqualTo("192.0.2.7");
        assertThat(client("X-Forwarded-For", "127.0.0.1", "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https"))
                .isEqualTo("192.0.2.7");
        assertThat(client("Forwarded", "for=127.0.0.1;proto=http, for=192.0.2.7;proto=https"))
                .isEqualTo("192.0.2.7");
        assertThat(client("Forwarded", "for=\"127.0.0.1, for=x\";proto=http, for=192.0.2.7;proto=https"))
                .isEqualTo("192.0.2.7");
        assertThat(read("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https, http")
                        .orElseThrow()
                        .https())
                .isFalse();
    }

    @Test
    void aRowOfTrustedProxiesLeadsToTheClientBeforeThem() throws Exception {
        assertThat(client(
                        "X-Forwarded-For", "203.0.113.9, 192.0.2.7, 10.0.1.4, 10.0.0.1", "X-Forwarded-Proto", "https"))
                .isEqualTo("192.0.2.7");
        assertThat(client("Forwarded", "for=192.0.2.7;proto=https;host=door.example, for=10.0.1.4;proto=http"))
                .isEqualTo("192.0.2.7");
        assertThat(client("X-Forwarded-For", "10.0.0.1, 10.0.1.4", "X-Forwarded-Proto", "https"))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void theUsualWaysToWriteAnAddressAreUnderstood() throws Exception {
        assertThat(client("X-Forwarded-For", "192.0.2.7:4711", "X-Forwarded-Proto", "HTTPS"))
                .isEqualTo("192.0.2.7");
        assertThat(client("X-Forwarded-For", "2001:db8::1", "X-Forwarded-Proto", "https"))
                .isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client("Forwarded", "For=\"[2001:db8::1]:4711\"; Proto=https"))
                .isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(read("Forwarded", "for=192.0.2.7;proto=https;host=\"door.example:8443\"")
                        .orElseThrow()
                        .host())
                .isEqualTo("door.example:8443");
    }

    /** A proxy that sets one kind hands the other on as the client sent it. */
    @Test
    void bothKindsAtOnceAreRefused() {
        assertThatThrownBy(() -> read(
                        "X-Forwarded-For",
                        "192.0.2.7",
                        "X-Forwarded-Proto",
                        "https",
                        "Forwarded",
                        "for=127.0.0.1;proto=https"))
                .isInstanceOf(ForwardedHeaders.Unclear.class)
                .hasMessageContaining("both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "_hidden",
                "door.example",
                "",
                "10",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.400",
                "::1%lo",
                "[::1",
                "192.0.2.7 x"
            })
    void anAddressThatIsNoneIsRefusedAndNoNameServerIsAsked(String address) {
        assertThatThrownBy(() -> read("X-Forwarded-For", address, "X-Forwarded-Proto", "https"))
                .isInstanceOf(ForwardedHeaders.Unclear.class)
                .hasMessageContaining("X-Forwarded-For");
    }

    @Test
    void whatTheProxyLeavesOutIsNotGuessed() throws Exception {
        assertThatThrownBy(() -> read("X-Forwarded-For", "192.0.2.7")).hasMessageContaining("X-Forwarded-Proto");
        assertThatThrownBy(() -> read("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "wss"))
                .hasMessageContaining("X-Forwarded-Proto");
        assertThatThrownBy(() -> read("X-Forwarded-Proto", "https")).hasMessageContaining("X-Forwarded-For");
        assertThatThrownBy(() -> read("Forwarded", "for=192.0.2.7")).hasMessageContaining("proto");
        assertThatThrownBy(() -> read("Forwarded", "for=192.0.2.7;for=127.0.0.1;proto=https"))
                .hasMessageContaining("RFC 7239");
        assertThat(read("Via", "1.1 x")).isEmpty();
    }
}
