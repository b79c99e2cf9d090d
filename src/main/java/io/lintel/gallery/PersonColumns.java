package io.lintel.gallery;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a person that stand in the clear, as numbers: times are milliseconds since 1970, UTC. The seal of the row covers them, so
 * that nobody extends a validity or enables somebody by hand.
 */
record PersonColumns(
        long id,
        boolean enabled,
        @Nullable Long validFrom,
        @Nullable Long validUntil,
        long created,
        @Nullable Long consentAt,
        @Nullable Long consentKeepDays) {

    static PersonColumns of(Person person) {
        Consent consent = person.consent();
        return new PersonColumns(
                person.id().value(),
                person.enabled(),
                millis(person.validity().from()),
                millis(person.validity().until()),
                person.created().toEpochMilli(),
                consent == null ? null : Long.valueOf(consent.given().toEpochMilli()),
                consent == null ? null : Long.valueOf(consent.keepDays()));
    }

    /** What the seal covers beside its content. */
    byte[] context() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + 4 * (1 + Long.BYTES));
        bytes.put((byte) (enabled ? 1 : 0)).putLong(created);
        put(bytes, validFrom);
        put(bytes, validUntil);
        put(bytes, consentAt);
        put(bytes, consentKeepDays);
        return bytes.array();
    }

    Person person(PersonSecret secret) {
        return new Person(
                new PersonId(id),
                secret.name(),
                secret.note(),
                enabled,
                new ValiditySpan(instant(validFrom), instant(validUntil)),
                Instant.ofEpochMilli(created),
                consentAt == null || secret.consentPurpose() == null
                        ? null
                        : new Consent(
                                Instant.ofEpochMilli(consentAt),
                                secret.consentPurpose(),
                                consentKeepDays == null
                                        ? Consent.LONGEST_KEEP_DAYS
                                        : Math.toIntExact(consentKeepDays)));
    }

    /** Stands for somebody whose seal does not open: never let in, but listed, so that they can be removed. */
    Person unreadable() {
        return new Person(
                new PersonId(id),
                new PersonName("[unreadable, number " + id + "]"),
                "",
                false,
                ValiditySpan.UNLIMITED,
                Instant.ofEpochMilli(created),
                null);
    }

    private static void put(ByteBuffer bytes, @Nullable Long value) {
        bytes.put((byte) (value == null ? 0 : 1)).putLong(value == null ? 0 : value);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(instant.toEpochMilli());
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
