package io.lintel.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it has a number and a time. Immutable.
 *
 * @param person the person's id in the gallery; null when it is about nobody
 * @param reason a short code such as {@code spoof}; null when the kind says all
 * @param actor who or what caused it, such as {@code door}, {@code cli} or an account's name
 * @param details a JSON object
 */
public record AuditEvent(
        AuditKind kind, @Nullable Long person, @Nullable String reason, String actor, String details) {

    public static AuditEvent of(AuditKind kind, String actor) {
        return new AuditEvent(kind, null, null, actor, "{}");
    }

    public AuditEvent about(long personId) {
        return new AuditEvent(kind, personId, reason, actor, details);
    }

    public AuditEvent because(String reasonCode) {
        return new AuditEvent(kind, person, reasonCode, actor, details);
    }

    /** A text of the details; empty when there is none of that name. */
    public Optional<String> text(String key) {
        return AuditDetails.text(details, key);
    }

    /** A number of the details; empty when there is none of that name. */
    public OptionalDouble number(String key) {
        return AuditDetails.decimal(details, key);
    }

    /** Several numbers of the details, read once; not a number where there is none of that name. */
    public double[] numbers(String... keys) {
        return AuditDetails.decimals(details, keys);
    }

    /** @param jsonObject see {@link AuditDetails#json} */
    public AuditEvent with(String jsonObject) {
        return new AuditEvent(kind, person, reason, actor, jsonObject);
    }

    public AuditEvent with(AuditDetails explained) {
        return with(explained.json());
    }
}
