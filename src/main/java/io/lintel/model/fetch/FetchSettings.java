package io.lintel.model.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How models are fetched.
 *
 * @param mirror a folder that holds the published files by their names; asked before every other source, since a site that sets
 *     one may have no network; null for none
 * @param npm the command that runs npm
 * @param npmDeadline for the installation of all packages
 * @param downloadDeadline for one try of one file; what has arrived is kept and continued
 */
public record FetchSettings(@Nullable Path mirror, List<String> npm, Duration npmDeadline, Duration downloadDeadline) {

    public static FetchSettings withMirror(@Nullable Path mirror) {
        return new FetchSettings(mirror, List.of("npm"), Duration.ofMinutes(15), Duration.ofMinutes(10));
    }
}
