package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionBookTest {

    private static final class Line implements ConnectionBook.Connection {

        private final SocketAddress from;
        boolean answering;
        boolean closed;

        Line(String from) {
            this.from = new InetSocketAddress(from, 40_000);
        }

        @Override
        public boolean isWaiting() {
            return !answering;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final ConnectionBook book = new ConnectionBook(new ConnectionBook.Limits(2, 4, 3), from -> false);

    private boolean enter(Line line) {
        return book.enter(line.from, line);
    }

    private Line entered(String from) {
        Line line = new Line(from);
        assertThat(enter(line)).isTrue();
        return line;
    }

    @Test
    void whoHoldsHalfRequestsOpenKeepsNobodyOut() {
        List<Line> attack = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            attack.add(entered("192.0.2.7"));
        }

        Line guest = entered("192.0.2.8");
        guest.answering = true;
        for (int i = 0; i < 1000; i++) {
            attack.add(entered("192.0.2.7"));
        }

        assertThat(guest.closed).isFalse();
        assertThat(book.size()).isLessThanOrEqualTo(4);
        assertThat(attack).filteredOn(line -> !line.closed).hasSize(3);
    }

    @Test
    void oneAddressHasItsShareAndNoMoreWhenAllItsRequestsAreBeingAnswered() {
        for (int i = 0; i < 3; i++) {
            entered("192.0.2.7").answering = true;
        }

        assertThat(enter(new Line("192.0.2.7"))).isFalse();
        assertThat(enter(new Line("192.0.2.8"))).isTrue();
        assertThat(enter(new Line("192.0.2.9"))).isTrue();
    }

    @Test
    void thisMachinesConnectionsHavePlacesOfTheirOwn() {
        for (String from : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")) {
            entered(from).answering = true;
        }

        assertThat(enter(new Line("192.0.2.5"))).isFalse();
        assertThat(enter(new Line("127.0.0.1"))).isTrue();
        assertThat(enter(new Line("::1"))).isTrue();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 3; i++) {
            entered("2001:db8::" + i).answering = true;
        }

        assertThat(enter(new Line("2001:db8::ffff"))).isFalse();
        assertThat(enter(new Line("2001:db8:0:1::1"))).isTrue();
    }

    @Test
    void aTrustedProxyStandsForManyAndHasMorePlacesThanOneClient() {
        ConnectionBook behindProxy = new ConnectionBook(
                new ConnectionBook.Limits(4, 6, 2),
                from -> ((InetSocketAddress) from).getHostString().equals("192.0.2.7"));
        for (int i = 0; i < 4; i++) {
            Line line = new Line("192.0.2.7");
            line.answering = true;
            assertThat(behindProxy.enter(line.from, line)).isTrue();
        }
        Line fifth = new Line("192.0.2.7");

        assertThat(behindProxy.enter(fifth.from, fifth)).isFalse();
    }

    @Test
    void aConnectionThatEndsMakesItsPlaceFreeOnce() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Line line = entered("192.0.2.7");
            line.answering = true;
            lines.add(line);
        }

        book.leave(lines.getFirst().from, lines.getFirst());
        book.leave(lines.getFirst().from, lines.getFirst());

        assertThat(book.size()).isEqualTo(2);
        assertThat(enter(new Line("192.0.2.7"))).isTrue();
    }
}
