package io.lintel.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person before and after an edit: what the audit log needs. */
public record PersonChange(Person before, Person after) {

    /** One field that has changed. @param from the old value as text, empty for none */
    public record Field(String name, String from, String to) {}

    /** The fields that have changed; none when the edit changed nothing. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        add(fields, "name", before.name(), after.name());
        add(fields, "note", before.note(), after.note());
        add(fields, "enabled", before.enabled(), after.enabled());
        add(fields, "valid_from", before.validity().from(), after.validity().from());
        add(fields, "valid_until", before.validity().until(), after.validity().until());
        add(fields, "consent_given", given(before.consent()), given(after.consent()));
        add(fields, "consent_purpose", purpose(before.consent()), purpose(after.consent()));
        add(fields, "consent_keep_days", keepDays(before.consent()), keepDays(after.consent()));
        return fields;
    }

    private static void add(List<Field> fields, String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            fields.add(new Field(name, Objects.toString(from, ""), Objects.toString(to, "")));
        }
    }

    private static @Nullable Object given(@Nullable Consent consent) {
        return consent == null ? null : consent.given();
    }

    private static @Nullable Object keepDays(@Nullable Consent consent) {
        return consent == null ? null : consent.keepDays();
    }

    private static @Nullable Object purpose(@Nullable Consent consent) {
        return consent == null ? null : consent.purpose();
    }
}
