package io.lintel.site.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this box is in its site.
 *
 * @param site name, for people
 * @param door what this box is called, for people
 * @param servers addresses
 * @param authority certificate that vouches for the servers, PEM
 * @param token what lets this box connect
 * @param seed of this box's key
 * @param decides the keys of who decides who may connect; null on all boxes but the one that made the site
 */
public record Membership(
        String site,
        String door,
        List<String> servers,
        String authority,
        String token,
        String seed,
        @Nullable SiteAuthority decides) {

    public Membership {
        servers = List.copyOf(servers);
    }

    /** What this box is called at the server: its public key. */
    public String box() {
        return SiteAuthority.publicKey(seed);
    }

    public boolean isFounder() {
        return decides != null;
    }

    SiteConnector connector() {
        return new SiteConnector(servers, authority, token, seed, BoxPermissions.inbox(box()));
    }
}
