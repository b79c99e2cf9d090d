package io.lintel.evaluation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.evaluation.data.LabelledPicture;
import io.lintel.evaluation.data.PictureRole;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.evaluation.embedding.Reading;
import io.lintel.face.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Invented embeddings: thirty people, three pictures each near a random direction. */
class LabelErrorsTest {

    private final SplittableRandom random = new SplittableRandom(4);
    private final List<EmbeddedPicture> pictures = new ArrayList<>();

    private float[] direction() {
        float[] values = new float[64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private void picture(String person, int number, float[] direction) {
        float[] values = direction.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.4f * (float) random.nextGaussian();
        }
        String name = person + "/" + number;
        pictures.add(new EmbeddedPicture(
                new LabelledPicture(person, name, Path.of(name), PictureRole.ANY),
                new Reading(1, 1, 1, Set.of(), List.of(Embedding.of(values)))));
    }

    private LabelErrors find() {
        return LabelErrors.find(
                pictures,
                LabelledFace.compare(pictures.stream().map(LabelledFace::plain).toList()));
    }

    @Test
    void onePersonUnderTwoNamesAndAPictureUnderTheWrongNameAreFound() {
        float[] twice = direction();
        for (int person = 0; person < 30; person++) {
            float[] direction = person == 7 || person == 21 ? twice : direction();
            for (int number = 0; number < 3; number++) {
                picture("p" + person, number, direction);
            }
        }
        picture("p3", 9, direction());

        LabelErrors errors = find();

        assertThat(errors.sameUnderTwoNames())
                .singleElement()
                .satisfies(
                        each -> assertThat(List.of(each.first(), each.second())).containsExactly("p7", "p21"));
        assertThat(errors.wrongPictures())
                .extracting(LabelErrors.WrongPicture::picture)
                .containsExactly("p3/9");
        List<LabelledFace> mended =
                errors.mend(pictures.stream().map(LabelledFace::plain).toList());
        assertThat(mended).hasSize(90);
        assertThat(LabelledFace.byPerson(mended)).hasSize(29);
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        for (int person = 0; person < 30; person++) {
            float[] direction = direction();
            for (int number = 0; number < 3; number++) {
                picture("p" + person, number, direction);
            }
        }

        assertThat(find()).isEqualTo(new LabelErrors(List.of(), List.of()));
    }
}
