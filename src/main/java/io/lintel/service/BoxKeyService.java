package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.crypto.PersonKeyStore;

/** The key that people's data is sealed with. Thread-safe. */
public final class BoxKeyService {

    private final PersonKeyStore keys;
    private final AuditLog log;

    public BoxKeyService(PersonKeyStore keys, AuditLog log) {
        this.keys = keys;
        this.log = log;
    }

    /**
     * Which key is in force.
     *
     * @param id names it and gives nothing of it away
     * @param place the file that it was found in
     * @param credential whether systemd has decrypted that file
     */
    public record InForce(String id, String place, boolean credential) {}

    public InForce inForce() {
        return new InForce(keys.keyId(), keys.place(), keys.isCredential());
    }

    /**
     * Replaces the key while a door may run: the data keys are wrapped anew, people's data stays as it is.
     *
     * @return how many data keys there are
     */
    public int replace(String actor) {
        String before = keys.keyId();
        int wrapped = keys.rotate();
        log.append(AuditEvent.of(AuditKind.KEY_REPLACED, actor)
                .with(new AuditDetails().put("before", before).put("now", keys.keyId())));
        return wrapped;
    }
}
