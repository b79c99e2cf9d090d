package io.lintel.wiring;

import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryStore;
import io.lintel.gallery.MatchSettings;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonScore;
import io.lintel.gallery.PinStore;
import io.lintel.gallery.TwoPassSearch;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.service.PersonPins;
import io.lintel.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Who is enrolled. */
@Dependent
final class GalleryWiring {

    @Produces
    @ApplicationScoped
    GalleryStore store(Database database, PersonKeyStore keys) {
        return new GalleryStore(database, keys);
    }

    @Produces
    @ApplicationScoped
    Gallery gallery(GalleryStore store, ModelStore models, LintelConfig config) {
        ModelSpec embedder = Models.embedder(config, models.catalog());
        MatchSettings matching = new MatchSettings(
                PersonScore.valueOf(config.decision().matching().name()),
                MatchSettings.DEFAULT.nearest(),
                embedder.isCalibrated() ? embedder.calibrated().lookAlike() : MatchSettings.NOBODY);
        return new Gallery(store, embedder.id(), matching, TwoPassSearch::over);
    }

    @Produces
    @ApplicationScoped
    People people(GalleryStore store, Gallery gallery) {
        return new People(store, gallery, InstantSource.system());
    }

    @Produces
    @ApplicationScoped
    PersonPins pins(Database database, PersonKeyStore keys, AuditLog audit) {
        return new PersonPins(
                new PinStore(database, keys), new Argon2Hasher(Argon2Parameters.OWASP), audit, InstantSource.system());
    }

    /** With an analyzer of its own: an enrolment on a page and a look at a photo may come at the same time. */
    @Produces
    @ApplicationScoped
    Enrolment enrolment(FaceModels models, Gallery gallery, People people, LintelConfig config) {
        return new Enrolment(
                new OnnxFaceAnalyzer(models, FaceSettings.stills()),
                gallery,
                people,
                EnrolmentWiring.settings(config, models));
    }
}
