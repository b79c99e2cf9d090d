package io.lintel.gallery.enrolment;

import io.lintel.gallery.Person;

/** Something that an operator should know about a new person. */
public sealed interface EnrolmentWarning {

    /** Whom the new person is near to. */
    Person other();

    /** For people. */
    String message();

    /**
     * Somebody enrolled looks so much like the new person that the door could take one for the other, or is the same.
     *
     * @param score cosine similarity
     */
    record LookAlike(Person other, double score) implements EnrolmentWarning {
        @Override
        public String message() {
            return "looks like " + other.name() + " (number " + other.id() + "), score "
                    + Math.round(score * 100) / 100.0;
        }
    }

    record SameName(Person other) implements EnrolmentWarning {
        @Override
        public String message() {
            return "has the same name as number " + other.id();
        }
    }
}
