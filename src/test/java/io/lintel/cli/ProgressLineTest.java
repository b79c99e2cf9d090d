package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void aLineThatSaysNothingNewIsNotRepeated() {
        ProgressLine line = new ProgressLine();

        assertThat(line.next("0 of 2 files")).contains("0 of 2 files");
        assertThat(line.next("0 of 2 files")).isEmpty();
        assertThat(line.next("1 of 2 files")).contains("1 of 2 files");
        assertThat(line.next("0 of 2 files")).contains("0 of 2 files");
    }
}
