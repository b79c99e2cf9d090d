package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void b16OneIsNotSeveral() {
        assertThat(Counted.of(1, "template")).isEqualTo("1 template");
        assertThat(Counted.of(2, "template")).isEqualTo("2 templates");
        assertThat(Counted.people(1)).isEqualTo("1 person");
        assertThat(Counted.people(0)).isEqualTo("0 people");
    }
}
