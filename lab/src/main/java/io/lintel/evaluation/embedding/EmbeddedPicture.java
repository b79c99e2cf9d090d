package io.lintel.evaluation.embedding;

import io.lintel.evaluation.data.LabelledPicture;
import io.lintel.face.Embedding;
import java.util.List;

/**
 * A picture of a data set with a face in it.
 *
 * @param reading what was made of it
 */
public record EmbeddedPicture(LabelledPicture picture, Reading reading) {

    public String person() {
        return picture.person();
    }

    /** Of the aligned face itself. */
    public Embedding embedding() {
        return reading.views().getFirst();
    }

    /** Of the face, of its mirror image and of variations, as many as were asked for. */
    public List<Embedding> views() {
        return reading.views();
    }
}
