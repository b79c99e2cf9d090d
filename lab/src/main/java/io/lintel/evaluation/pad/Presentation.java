package io.lintel.evaluation.pad;

import java.nio.file.Path;

/**
 * One file of a data set: a live face, or something that is shown in its place.
 *
 * @param name path below the data set's folder
 * @param label {@value #LIVE}, or the type of the attack, lower case
 * @param subject whose face it shows
 * @param session of the recording; empty where the data set tells none
 */
public record Presentation(Path file, String name, String label, String subject, String session, boolean isClip) {

    static final String LIVE = "live";

    boolean isLive() {
        return label.equals(LIVE);
    }
}
