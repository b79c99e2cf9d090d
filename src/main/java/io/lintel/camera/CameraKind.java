package io.lintel.camera;

/** What stands behind a camera's pictures. */
public enum CameraKind {
    /** A sensor, attached or over the network. Its noise makes two pictures that are equal byte for byte impossible. */
    LIVE,
    /** A file or a folder of pictures; the same picture may come again, and it may end. */
    RECORDING,
    /** The bundled clips of invented people. They must never open a real door. */
    DEMO
}
