package io.lintel.evaluation;

/** Told of each picture that is done. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (part, total) -> {};

    /** @param total how many pictures the part has */
    void step(String part, int total);
}
