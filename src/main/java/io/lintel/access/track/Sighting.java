package io.lintel.access.track;

import io.lintel.face.Face;

/** A face of the present frame and the track that it continues. */
public record Sighting(Track track, Face face) {}
