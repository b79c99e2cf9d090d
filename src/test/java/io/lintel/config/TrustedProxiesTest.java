package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static boolean contain(String setting, String address) {
        return TrustedProxies.parse(setting).contain(InetAddress.ofLiteral(address));
    }

    @Test
    void anAddressOrANetworkIsTrustedToItsLastBit() {
        assertThat(contain("192.168.1.5", "192.168.1.5")).isTrue();
        assertThat(contain("192.168.1.5", "192.168.1.4")).isFalse();
        assertThat(contain("172.16.0.0/12", "172.31.255.255")).isTrue();
        assertThat(contain("172.16.0.0/12", "172.32.0.0")).isFalse();
        assertThat(contain("127.0.0.1, fd00::/8", "fdff::1")).isTrue();
        assertThat(contain("127.0.0.1, fd00::/8", "fe80::1")).isFalse();
        assertThat(contain("0.0.0.1/1", "::1")).isFalse();
        assertThat(contain("10.0.0.0/8", "::ffff:10.1.2.3")).isTrue();
    }

    @Test
    void withoutTheSettingNobodyIsTrusted() {
        assertThat(contain("", "127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "::/129",
                "10.0.0.0/8/8",
                "1.2.3.4:80",
                "*"
            })
    void whatIsNeitherStopsTheStartAndIsNamed(String setting) {
        assertThatThrownBy(() -> TrustedProxies.parse("127.0.0.1," + setting))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.web.trusted-proxies")
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0"})
    void everybodyIsNoProxy(String setting) {
        assertThatThrownBy(() -> TrustedProxies.parse(setting)).hasMessageContaining("everybody");
    }
}
