package io.lintel.evaluation;

import java.util.Locale;

/**
 * What could tell a live face from a shown one. The networks are what the door decides by; the others need no model and are measured here to
 * know whether they would help (docs/decisions/0100).
 */
public enum Signal {
    NETWORKS("both networks"),
    NETWORK_A("network with the narrow crop"),
    NETWORK_B("network with the wide crop"),
    SHARPNESS("sharpness of the face"),
    FINE_DETAIL("share of fine detail in the spectrum"),
    MOIRE("peaks in the spectrum"),
    CHROMA("spread of the skin's colour"),
    SATURATION("saturation of the skin"),
    SURROUND_FOCUS("focus around the face against the face's"),
    STRAIGHT_EDGES("straight edges around the face"),
    PLANE_MOTION("landmarks that do not move as one plane", true),
    SURROUND_MOTION("motion of the face against what surrounds it", true),
    BLINK("depth of the deepest blink", true),
    MICRO_MOTION("small motion within the face", true),
    FLICKER("change of brightness", true);

    private final String label;
    private final boolean needsTrack;

    Signal(String label) {
        this(label, false);
    }

    Signal(String label, boolean needsTrack) {
        this.label = label;
        this.needsTrack = needsTrack;
    }

    String label() {
        return label;
    }

    /** Whether one frame is not enough for it. */
    boolean needsTrack() {
        return needsTrack;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
