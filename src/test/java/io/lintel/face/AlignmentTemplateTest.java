package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.model.FaceAlignment;
import org.junit.jupiter.api.Test;

class AlignmentTemplateTest {

    @Test
    void aTemplateOfItsPublishedSizeIsThePublishedOne() {
        assertThat(AlignmentTemplate.ARCFACE.targets(112)).isEqualTo(AlignmentTemplate.ARCFACE.targets());
        assertThat(AlignmentTemplate.DLIB.targets(150)).isEqualTo(AlignmentTemplate.DLIB.targets());
    }

    @Test
    void aTemplateGrowsWithTheEmbeddersInput() {
        Point nose = AlignmentTemplate.of(FaceAlignment.ARCFACE).targets(224)[2];

        assertThat(nose).isEqualTo(new Point(2 * 56.0252f, 2 * 71.7366f));
    }
}
