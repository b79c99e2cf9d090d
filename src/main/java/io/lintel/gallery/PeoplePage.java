package io.lintel.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the people, in alphabetical order. @param next what to ask the next page after; null on the last one */
public record PeoplePage(
        List<PersonSummary> people, @Nullable PersonId next) {

    public PeoplePage {
        people = List.copyOf(people);
    }
}
