package io.lintel.access;

import io.lintel.gallery.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end of a visit, or of one try within it. Immutable. */
public sealed interface Decision {

    /** The person let in, or whom the face was taken for; null when it looks like nobody. */
    @Nullable
    PersonId person();

    /** One sentence for the log. Holds no name. */
    String detail();

    Explanation explanation();

    /** {@code granted}, or the code of the denial's reason. */
    String code();

    /** @param all everybody whom the face may belong to: several where people look too much alike and all of them may enter */
    record Granted(PersonId person, Set<PersonId> all, Explanation explanation) implements Decision {

        public Granted {
            all = Set.copyOf(all);
        }

        /** Whether it is the person, and no look-alike. */
        public boolean isCertain() {
            return all.size() == 1;
        }

        @Override
        public String detail() {
            return isCertain() ? "recognised" : "recognised as one of several who look alike, all of whom may enter";
        }

        @Override
        public String code() {
            return "granted";
        }
    }

    record Denied(DenialReason reason, @Nullable PersonId person, String detail, Explanation explanation)
            implements Decision {

        @Override
        public String code() {
            return reason.code();
        }
    }
}
