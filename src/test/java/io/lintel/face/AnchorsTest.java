package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorsTest {

    @Test
    void fullRangeHasOneAnchorInEachOf48Times48Cells() {
        Anchors anchors = Anchors.fullRange();

        assertThat(anchors.count()).isEqualTo(2304);
        assertThat(anchors.x()[0]).isEqualTo(2);
        assertThat(anchors.x()[1]).isEqualTo(6);
        assertThat(anchors.y()[1]).isEqualTo(2);
        assertThat(anchors.y()[48]).isEqualTo(6);
        assertThat(anchors.x()[2303]).isEqualTo(190);
        assertThat(anchors.y()[2303]).isEqualTo(190);
    }

    @Test
    void shortRangeHasTwoAnchorsInTheFineGridThenSixInTheCoarseOne() {
        Anchors anchors = Anchors.shortRange();

        assertThat(anchors.count()).isEqualTo(16 * 16 * 2 + 8 * 8 * 6);
        assertThat(anchors.x()[1]).isEqualTo(anchors.x()[0]).isEqualTo(4);
        assertThat(anchors.x()[2]).isEqualTo(12);
        assertThat(anchors.x()[512]).isEqualTo(anchors.x()[517]).isEqualTo(8);
        assertThat(anchors.x()[518]).isEqualTo(24);
        assertThat(anchors.y()[895]).isEqualTo(120);
    }
}
