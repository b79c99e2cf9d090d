package io.lintel.gallery;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.TestKeys;
import io.lintel.face.Embedding;
import io.lintel.face.HeadPose;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A gallery in a real file, with embeddings of a few dimensions. */
public final class TestGallery implements AutoCloseable {

    public static final String MODEL = "test-embedder";
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final ShotQuality QUALITY = new ShotQuality(60, 300, 120, 50, new HeadPose(1, 2, 3));

    private final TestDatabase opened;
    public final PersonKeyStore keys;
    public final GalleryStore store;
    public final Gallery gallery;
    public final People people;

    private TestGallery(TestDatabase opened, MatchSettings settings) {
        this.opened = opened;
        this.keys = TestKeys.of(opened.database());
        this.store = new GalleryStore(opened.database(), keys);
        this.gallery = new Gallery(store, MODEL, settings, FlatSearch::new);
        this.people = new People(store, gallery, () -> NOON);
    }

    public static TestGallery open(Path folder) {
        return open(folder, MatchSettings.DEFAULT);
    }

    public static TestGallery open(Path folder, MatchSettings settings) {
        return new TestGallery(TestDatabase.open(folder.resolve("lintel.db")), settings);
    }

    public TestDatabase database() {
        return opened;
    }

    public PersonId add(String name, Embedding... embeddings) {
        List<TemplateDraft> drafts = Stream.of(embeddings)
                .map(embedding -> new TemplateDraft(embedding, MODEL, TemplateSource.PHOTO, 1, QUALITY))
                .toList();
        PersonId id = store.add(PersonDraft.named(name), drafts, NOON).person().id();
        gallery.refresh();
        return id;
    }

    /** In the first values a direction, the rest zero. */
    public static Embedding towards(double... direction) {
        float[] values = new float[8];
        for (int i = 0; i < direction.length; i++) {
            values[i] = (float) direction[i];
        }
        return Embedding.of(values);
    }

    @Override
    public void close() {
        opened.close();
    }
}
