package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.lintel.timetable.Timetable;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What a command finds when the house is up. Each part is made when it is first asked for, and asked for again after a
 * failure it is tried again; every method throws a {@link io.lintel.system.LintelException} while its part cannot be had.
 */
@Unremovable
@Singleton
public class House {

    private final LintelConfig config;
    private final Instance<Database> database;
    private final Instance<AuditLog> audit;
    private final Instance<FaceModels> faceModels;
    private final Instance<FaceAnalyzer> analyzer;
    private final Instance<Gallery> gallery;
    private final Instance<People> people;
    private final Instance<Enrolment> enrolment;
    private final Instance<PersonPins> pins;
    private final Instance<Timetable> timetable;
    private final Instance<Snapshots> snapshots;
    private final Instance<AccountOffice> accounts;
    private final Instance<Serving> serving;
    private final DoorScreens screens;

    House(
            LintelConfig config,
            Instance<Database> database,
            Instance<AuditLog> audit,
            Instance<FaceModels> faceModels,
            Instance<FaceAnalyzer> analyzer,
            Instance<Gallery> gallery,
            Instance<People> people,
            Instance<Enrolment> enrolment,
            Instance<PersonPins> pins,
            Instance<Timetable> timetable,
            Instance<Snapshots> snapshots,
            Instance<AccountOffice> accounts,
            Instance<Serving> serving,
            DoorScreens screens) {
        this.config = config;
        this.database = database;
        this.audit = audit;
        this.faceModels = faceModels;
        this.analyzer = analyzer;
        this.gallery = gallery;
        this.people = people;
        this.enrolment = enrolment;
        this.pins = pins;
        this.timetable = timetable;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.serving = serving;
        this.screens = screens;
    }

    public LintelConfig config() {
        return config;
    }

    public Database database() {
        return database.get();
    }

    public AuditLog audit() {
        return audit.get();
    }

    public FaceModels faceModels() {
        return faceModels.get();
    }

    /** For single pictures; one thread at a time. */
    public FaceAnalyzer analyzer() {
        return analyzer.get();
    }

    public Gallery gallery() {
        return gallery.get();
    }

    public People people() {
        return people.get();
    }

    public Enrolment enrolment() {
        return enrolment.get();
    }

    /** The second factor of those who have one. */
    public PersonPins pins() {
        return pins.get();
    }

    /** What every page has to say as long as it is so; empty when all is well. */
    public List<StandingWarnings.Warning> warnings() {
        return livenessSet()
                .map(liveness -> StandingWarnings.of(config, liveness))
                // Without face models at all nobody is recognised; the health page says so.
                .orElseGet(() -> StandingWarnings.of(config, LivenessSet.OWN_AND_PUBLISHED));
    }

    private Optional<LivenessSet> livenessSet() {
        try {
            return Optional.of(faceModels().livenessSet());
        } catch (LintelException e) {
            return Optional.empty();
        }
    }

    /** When a challenge is asked for, and why, where these liveness networks are installed. */
    public ChallengeInForce challenge(LivenessSet liveness) {
        return ChallengeInForce.of(config, liveness, screens.haveConnected());
    }

    /** Who may come when. */
    public Timetable timetable() {
        return timetable.get();
    }

    /** The pictures beside the log. */
    public Snapshots snapshots() {
        return snapshots.get();
    }

    /** Who may sign in. */
    public AccountOffice accounts() {
        return accounts.get();
    }

    /** The running door. */
    public Serving serving() {
        return serving.get();
    }
}
