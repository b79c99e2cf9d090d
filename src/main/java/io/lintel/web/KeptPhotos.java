package io.lintel.web;

import io.lintel.config.LintelConfig;
import io.lintel.service.PhotoFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Photos of forms that were not accepted, so that nobody has to choose them again. They are faces: at most those of 8 forms, for a
 * quarter of an hour, in the folder that the next start of the service empties. Thread-safe.
 */
@Singleton
public class KeptPhotos {

    private static final int MOST_FORMS = 8;
    private static final int MOST_PHOTOS = 6;
    private static final long MOST_BYTES = 20L << 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Form(String actor, List<PhotoFile> photos) {}

    private final UploadFolder folder;
    // The oldest comes first.
    private final Map<String, Form> forms = new LinkedHashMap<>();

    KeptPhotos(LintelConfig config) {
        this.folder = UploadFolder.of(config);
    }

    /**
     * Keeps the photos of a form, and no others of the form that was sent before.
     *
     * @param before key of the photos that came with the form; empty for none
     * @param photos uploads of the present request, and photos kept before
     * @return the key to find them by; empty where there is none to keep
     */
    public synchronized String keep(String actor, String before, List<PhotoFile> photos) {
        List<PhotoFile> kept = new ArrayList<>();
        Set<java.nio.file.Path> old = new HashSet<>();
        find(actor, before).forEach(photo -> old.add(photo.file()));
        for (PhotoFile photo : photos) {
            if (old.remove(photo.file())) {
                kept.add(photo);
            } else if (kept.size() < MOST_PHOTOS && isOfAPhotosSize(photo)) {
                kept.add(new PhotoFile(photo.name(), folder.keep(photo.file())));
            }
        }
        if (!before.isEmpty()) {
            forms.remove(before);
            old.forEach(UploadFolder::forget);
        }
        if (kept.isEmpty()) {
            return "";
        }
        if (forms.size() >= MOST_FORMS) {
            forget(forms.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        forms.put(key, new Form(actor, List.copyOf(kept)));
        CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS).execute(() -> forget(key));
        return key;
    }

    /** Keeps a picture that the box has taken itself. @return the key to find it by */
    public String keep(String actor, String name, byte[] picture) {
        java.nio.file.Path file = folder.write(picture);
        try {
            return keep(actor, "", List.of(new PhotoFile(name, file)));
        } finally {
            UploadFolder.forget(file); // where it was not moved away
        }
    }

    /** None where they are gone, or are somebody else's. */
    public synchronized List<PhotoFile> find(String actor, String key) {
        Form form = forms.get(key);
        return form == null || !form.actor().equals(actor) ? List.of() : form.photos();
    }

    /** Deletes them. */
    public synchronized void forget(String actor, String key) {
        if (!find(actor, key).isEmpty()) {
            forget(key);
        }
    }

    private synchronized void forget(String key) {
        Form form = forms.remove(key);
        if (form != null) {
            form.photos().forEach(photo -> UploadFolder.forget(photo.file()));
        }
    }

    private static boolean isOfAPhotosSize(PhotoFile photo) {
        try {
            return Files.size(photo.file()) <= MOST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
