package io.lintel.service;

import io.lintel.access.pin.PinCheck;
import io.lintel.account.PasswordHasher;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PinStore;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The PINs of people: set and removed by an admin, compared at the door; each change is in the audit log. Thread-safe. */
public final class PersonPins implements PinCheck {

    private static final System.Logger LOG = System.getLogger(PersonPins.class.getName());
    private static final Pattern FORM = Pattern.compile("[0-9]{4,10}");

    private final PinStore store;
    private final PasswordHasher hasher;
    private final AuditLog audit;
    private final InstantSource clock;

    public PersonPins(PinStore store, PasswordHasher hasher, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.hasher = hasher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets a person's PIN.
     *
     * @param actor who does it, as the audit log names them
     * @throws LintelException if the PIN is not 4 to 10 digits, or one that is guessed first, or there is no such person
     */
    public void set(PersonId person, String pin, String actor) {
        check(pin);
        store.put(person, hasher.hash(pin), clock.instant());
        record(person, "set", actor);
    }

    /** @return whether there was one */
    public boolean remove(PersonId person, String actor) {
        boolean had = store.remove(person);
        if (had) {
            record(person, "removed", actor);
        }
        return had;
    }

    public boolean has(PersonId person) {
        return store.hash(person).isPresent();
    }

    /** Takes as long for somebody without a PIN, or with one that was put there by hand, and answers false. */
    @Override
    public boolean matches(PersonId person, String pin) {
        return hasher.matches(pin, genuine(person));
    }

    private @Nullable String genuine(PersonId person) {
        try {
            return store.hash(person).orElse(null);
        } catch (LintelException e) {
            LOG.log(Level.ERROR, "pin person={0} refused: {1}: {2}", person, e.getMessage(), e.remedy());
            return null;
        }
    }

    private void record(PersonId person, String what, String actor) {
        audit.append(AuditEvent.of(AuditKind.PERSON_CHANGED, actor)
                .about(person.value())
                .with(new AuditDetails().put("pin", what)));
    }

    private static void check(String pin) {
        if (!FORM.matcher(pin).matches()) {
            throw new LintelException("a PIN has 4 to 10 digits", "choose other digits");
        }
        boolean same = pin.chars().distinct().count() == 1;
        boolean counting = true;
        for (int i = 1; i < pin.length(); i++) {
            counting &= Math.abs(pin.charAt(i) - pin.charAt(i - 1)) == 1
                    && pin.charAt(i) - pin.charAt(i - 1) == pin.charAt(1) - pin.charAt(0);
        }
        if (same || counting) {
            throw new LintelException("this PIN is among the first that anybody tries", "choose other digits");
        }
    }
}
