package io.lintel.access;

import io.lintel.gallery.PersonId;
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

    record Granted(PersonId person, Explanation explanation) implements Decision {

        @Override
        public String detail() {
            return "recognised";
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
