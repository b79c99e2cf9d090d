package io.lintel.lab;

import io.lintel.account.AccountStore;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.account.PasswordRules;
import io.lintel.account.SessionSettings;
import io.lintel.account.SessionStore;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;
import io.lintel.account.UserName;
import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.face.Embedding;
import io.lintel.face.HeadPose;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryStore;
import io.lintel.gallery.MatchSettings;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.ShotQuality;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TwoPassSearch;
import io.lintel.model.ModelSpec;
import io.lintel.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Fills the database of a box that exists for a measurement only. */
final class ScratchBox {

    private static final long SEED = 20261122;

    private ScratchBox() {}

    /** Invented people with random templates, the same each time. */
    static void enrol(Database database, ModelSpec embedder, int count) {
        Random random = new Random(SEED);
        GalleryStore store = new GalleryStore(database, keys(database));
        People people = new People(
                store,
                new Gallery(store, embedder.id(), MatchSettings.DEFAULT, TwoPassSearch::over),
                InstantSource.system());
        int dimension = embedder.embedding().orElseThrow().dimension();
        ShotQuality quality = new ShotQuality(80, 300, 127, 50, new HeadPose(0, 0, 0));
        for (int number = 1; number <= count; number++) {
            float[] values = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                values[i] = (float) random.nextGaussian();
            }
            people.add(
                    PersonDraft.named("Person " + number),
                    List.of(new TemplateDraft(Embedding.of(values), embedder.id(), TemplateSource.PHOTO, 1, quality)));
        }
    }

    /** Where Lintel itself looks for the key: beside the data folder. */
    private static PersonKeyStore keys(Database database) {
        Path data = database.path().resolveSibling("");
        Path folder = data.resolveSibling(data.getFileName() + "-keys");
        return PersonKeyStore.open(
                database,
                new BoxKeyFiles(
                        folder.resolve(database.path().getFileName().toString().replace(".db", ".key")), List.of()));
    }

    /** The first admin of the scratch box. @return the cookie of their session */
    static String signIn(Database database) {
        Clock clock = Clock.systemUTC();
        Sessions sessions = new Sessions(new SessionStore(database), SessionSettings.DEFAULT, event -> {}, clock);
        SetUp setUp = new SetUp(
                new AccountStore(database),
                sessions,
                new Argon2Hasher(Argon2Parameters.OWASP),
                PasswordRules.shipped(),
                event -> {},
                clock);
        String token = setUp.begin().orElseThrow();
        return "lintel_session="
                + setUp.complete(token, UserName.of("bench"), "correct-bench-battery-71", "127.0.0.1", "lintel bench")
                        .token()
                        .value();
    }
}
