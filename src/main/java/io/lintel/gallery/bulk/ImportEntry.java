package io.lintel.gallery.bulk;

import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import's report.
 *
 * @param path the file, or the person's name where it is about all of their files
 * @param detail for people; empty when there is nothing to say
 * @param person who was enrolled; null when nobody was
 */
public record ImportEntry(
        String path, Result result, String detail, @Nullable PersonId person) {

    /** What became of it. */
    public enum Result {
        /** The picture became a template. */
        ENROLLED,
        /** The picture is not fit for use, or no picture; its person was not enrolled. */
        REFUSED,
        /** The picture is fine, but another one of the same person is not, so nothing of the person was stored. */
        NOT_STORED,
        /** Left out on purpose, such as a person who is enrolled already. */
        SKIPPED
    }
}
