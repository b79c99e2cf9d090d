package io.lintel.site;

import java.util.Optional;

/** The keys of a site that this box has. Thread-safe. */
public interface SiteKeyring {

    /** What is sealed with from now on. */
    SiteKey current();

    /** Empty for a key that this box does not have: a newer one that has yet to arrive, or one from before it joined. */
    Optional<SiteKey> number(int number);
}
