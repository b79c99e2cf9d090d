package io.lintel.service.tuning;

import io.lintel.gallery.Person;
import java.util.List;

/**
 * Somebody who is worth a look.
 *
 * @param weaknesses at least one
 */
public record PersonReview(Person person, List<Weakness> weaknesses) {

    public PersonReview {
        weaknesses = List.copyOf(weaknesses);
    }
}
