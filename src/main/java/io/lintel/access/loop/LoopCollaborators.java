package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Identifier;
import io.lintel.system.MonotonicClock;
import java.util.function.Consumer;

/**
 * What the stages of the pipeline share.
 *
 * @param analyzer used by the loop's thread only
 * @param identifier the gallery
 * @param listeners told of each frame and decision; must not block
 */
public record LoopCollaborators(
        FaceAnalyzer analyzer,
        Identifier identifier,
        LoopSettings settings,
        MonotonicClock clock,
        Consumer<AccessEvent> listeners,
        LoopMeter meter) {}
