package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void countsInsertionsDeletionsReplacementsAndSwaps() {
        assertThat(EditDistance.between("rtsp", "rtsp")).isZero();
        assertThat(EditDistance.between("rtsp", "rtspp")).isEqualTo(1);
        assertThat(EditDistance.between("rtsp", "rsp")).isEqualTo(1);
        assertThat(EditDistance.between("rtsp", "rtsq")).isEqualTo(1);
        assertThat(EditDistance.between("rtsp", "rstp")).isEqualTo(1);
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void anEmptyWordIsAsFarAsTheOtherIsLong() {
        assertThat(EditDistance.between("", "door")).isEqualTo(4);
        assertThat(EditDistance.between("door", "")).isEqualTo(4);
    }
}
