package io.lintel.model;

/** What a model is for. Every role but liveness is filled by exactly one model at a time. */
public enum ModelRole {
    /** Finds the faces of a frame. */
    FACE_DETECTOR("face-detector"),
    /** Asked when the detector finds nothing: sees faces that fill the frame. */
    SECOND_LOOK_DETECTOR("second-look-detector"),
    /** Lays 468 points on a face and says whether it is one. */
    FACE_MESH("face-mesh"),
    /** Turns an aligned face into an embedding. */
    EMBEDDER("embedder"),
    /** Tells a person from a presentation attack; all models of this role vote. */
    LIVENESS("liveness");

    private final String key;

    ModelRole(String key) {
        this.key = key;
    }

    /** The role's name in {@code catalog.json}. */
    public String key() {
        return key;
    }
}
