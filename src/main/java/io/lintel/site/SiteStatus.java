package io.lintel.site;

import java.util.Set;

/**
 * How this box stands with its site.
 *
 * @param connected whether the server answers now
 * @param revision of the bucket, up to which its changes are here
 * @param waiting how many things were changed here and have yet to be sent
 * @param unreadable keys of documents that could not be taken over
 * @param trouble what is wrong; empty if nothing is
 */
public record SiteStatus(boolean connected, long revision, int waiting, Set<String> unreadable, String trouble) {

    public SiteStatus {
        unreadable = Set.copyOf(unreadable);
    }
}
