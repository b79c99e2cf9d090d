package io.lintel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.benchmark.Rate;
import io.lintel.face.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSetSearchTest {

    private static final List<Subject> ENROLLED =
            List.of(subject("ann", "enrol", 1, 0, 0), subject("bob", "enrol", 0, 1, 0));

    @Test
    void whoIsFoundAsSomebodyElseIsNotFound() {
        OpenSetSearch search = new OpenSetSearch(
                ENROLLED,
                List.of(subject("ann", "probe_mated", 0.9f, 0.1f, 0), subject("ann", "probe_mated", 0, 1, 0)));

        assertThat(search.fnirAt(0.5)).isEqualTo(new Rate(1, 2));
    }

    @Test
    void aStrangerCountsByWhomeverHeResemblesMost() {
        OpenSetSearch search = new OpenSetSearch(
                ENROLLED,
                List.of(subject("eve", "probe_nonmated", 0, 0.8f, 0.6f), subject("mal", "probe_nonmated", 0, 0, 1)));

        assertThat(search.fpirAt(0.75)).isEqualTo(new Rate(1, 2));
        assertThat(search.fpirAt(0.85)).isEqualTo(new Rate(0, 2));
    }

    private static Subject subject(String identity, String role, float... values) {
        return new Subject(identity, role, "", Embedding.of(values));
    }
}
