package io.lintel.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerTableTest {

    private static Peer peer(String name, Peer.Kind kind) {
        return new Peer(name, "work", kind, List.of("run"), List.of(), 1);
    }

    private static Measurement measured(String name, Peer.Kind kind, List<Double> cpu, List<Double> wall) {
        return new Measurement(peer(name, kind), null, name + " 1.0", cpu, wall, 9, List.of(200.0, 100.0, 300.0), 55);
    }

    @Test
    void eachProgramIsComparedWithLintelByItsMedian() {
        Measurement lintel = measured("Lintel", Peer.Kind.PIXELS, List.of(6.0, 5.0, 8.0), List.of(7.0));
        Measurement other = measured("Other", Peer.Kind.NETWORKS, List.of(12.0, 9.0, 20.0), List.of(21.0));

        String text = new PeerTable("A machine.", 10, List.of(lintel, other), List.of()).markdown();

        assertThat(text.lines())
                .contains(
                        "| Lintel | work | 6.00 [5.00-8.00] | 1.00 | 7.00 [7.00-7.00] | 1.00 | 9 of 10 | 200 [100-300] | 55 |",
                        "| Other | work | 12.0 [9.00-20.0] | 2.00 | 21.0 [21.0-21.0] | 3.00 | - | 200 [100-300] | 55 |",
                        "Versions: Lintel 1.0; Other 1.0.");
    }

    @Test
    void aProgramThatIsNotThereGetsOneLineThatSaysWhy() {
        Measurement lintel = measured("Lintel", Peer.Kind.SEARCH, List.of(1.0), List.of(1.0));
        Measurement missing = Measurement.missing(peer("FAISS", Peer.Kind.SEARCH), "faiss | cannot be had");

        String text = new PeerTable("A machine.", 10, List.of(), List.of(List.of(lintel, missing))).markdown();

        assertThat(text.lines()).contains("| FAISS | not available: faiss / cannot be had | | | | |");
    }
}
