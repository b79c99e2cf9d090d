package io.lintel.model;

/** How a face has to lie in an embedder's input. The template scales with the input's size. */
public enum FaceAlignment {
    /** The usual ArcFace template: eye centres, nose tip and mouth corners at fixed places. */
    ARCFACE("arcface"),
    /** dlib's face chip with 0.25 padding: the corners of both eyes, and where the nose meets the lip. */
    DLIB("dlib");

    private final String key;

    FaceAlignment(String key) {
        this.key = key;
    }

    /** The alignment's name in {@code catalog.json}. */
    public String key() {
        return key;
    }
}
