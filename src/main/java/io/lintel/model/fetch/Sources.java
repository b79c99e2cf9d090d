package io.lintel.model.fetch;

import io.lintel.model.ModelSource;
import io.lintel.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a file's sources one after the other: the site's mirror if it has one, then those of the catalogue in their order. */
final class Sources {

    private final FetchSettings settings;
    private final Downloads downloads;
    private final NpmPackages npm;
    private final HttpDownload http;

    Sources(FetchSettings settings, Downloads downloads, NpmPackages npm, HttpDownload http) {
        this.settings = settings;
        this.downloads = downloads;
        this.npm = npm;
        this.http = http;
    }

    /**
     * Gets the file into the download folder.
     *
     * @param failures gets a line for each source that did not give the file
     * @return the source that gave it; empty if none did
     */
    Optional<String> get(SourceFile source, List<String> failures) {
        for (Attempt attempt : attempts(source)) {
            try {
                attempt.get();
                return Optional.of(attempt.name());
            } catch (IOException e) {
                failures.add(attempt.name() + ": " + line(e));
            }
        }
        return Optional.empty();
    }

    private List<Attempt> attempts(SourceFile source) {
        Path part = downloads.part(source);
        List<Attempt> attempts = new ArrayList<>();
        Path mirror = settings.mirror();
        if (mirror != null) {
            attempts.add(new Attempt("mirror " + mirror, () -> {
                copy(mirror.resolve(source.file()), part);
                downloads.accept(source);
            }));
        }
        for (ModelSource place : source.from()) {
            attempts.add(new Attempt(place.toString(), () -> {
                switch (place) {
                    case ModelSource.NpmFile file -> {
                        npm.get(file, part);
                        downloads.accept(source);
                    }
                    case ModelSource.Upstream upstream -> download(upstream, source);
                    case ModelSource.Shipped shipped -> throw new SourceFailure("is not fetched");
                    case ModelSource.Added added -> throw new SourceFailure("is not fetched");
                }
            }));
        }
        return attempts;
    }

    /** What an earlier try left may be the beginning of another file: then the download is repeated from its start. */
    private void download(ModelSource.Upstream upstream, SourceFile source) throws IOException {
        Path part = downloads.part(source);
        boolean continued = Files.exists(part);
        http.get(upstream.address(), source.bytes(), part);
        try {
            downloads.accept(source);
        } catch (SourceFailure e) {
            if (!continued) {
                throw e;
            }
            http.get(upstream.address(), source.bytes(), part);
            downloads.accept(source);
        }
    }

    private static void copy(Path from, Path part) throws IOException {
        try {
            WholeFile.copy(from, part);
        } catch (NoSuchFileException e) {
            throw new SourceFailure("has no " + from.getFileName(), e);
        }
    }

    private static String line(IOException e) {
        return e instanceof SourceFailure failure ? failure.reason() : e.toString();
    }

    private interface Getting {
        void get() throws IOException;
    }

    private record Attempt(String name, Getting getting) {

        void get() throws IOException {
            getting.get();
        }
    }
}
