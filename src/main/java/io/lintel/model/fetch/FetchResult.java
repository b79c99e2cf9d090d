package io.lintel.model.fetch;

import io.lintel.model.ModelSpec;
import java.util.List;

/**
 * What became of one model.
 *
 * @param from where its file came from; empty unless fetched
 * @param failures why each source that was asked did not give it, in their order
 */
public record FetchResult(ModelSpec model, Outcome outcome, String from, List<String> failures) {

    /** How it ended. */
    public enum Outcome {
        /** It was in place already. */
        PRESENT,
        /** It is in place now. */
        FETCHED,
        /** No source gave it. */
        UNAVAILABLE
    }

    static FetchResult present(ModelSpec model) {
        return new FetchResult(model, Outcome.PRESENT, "", List.of());
    }

    static FetchResult fetched(ModelSpec model, String from, List<String> failures) {
        return new FetchResult(model, Outcome.FETCHED, from, List.copyOf(failures));
    }

    static FetchResult unavailable(ModelSpec model, List<String> failures) {
        return new FetchResult(model, Outcome.UNAVAILABLE, "", List.copyOf(failures));
    }
}
