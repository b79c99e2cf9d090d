package io.lintel.site.member;

import io.lintel.site.SiteKey;
import io.lintel.site.SiteStateStore;
import io.lintel.site.SiteStreams;
import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Making a site, inviting boxes, joining and leaving. Thread-safe. */
public final class Site {

    /** For how long an invitation is good. */
    public static final Duration INVITATION_VALID = Duration.ofHours(1);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 60;
    private static final int FIRST_KEY = 1;

    private final MembershipStore store;
    private final SiteStateStore state;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Site(MembershipStore store, SiteStateStore state, InstantSource clock) {
        this.store = store;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Makes a site, of which this box is the first member, and writes the files of its servers.
     *
     * @param servers one, or three that stand for each other
     * @param folder does not exist yet
     * @throws LintelException if this box is in a site already, or the files cannot be written
     */
    public Membership create(String name, String door, List<ServerAddress> servers, Path folder) {
        if (servers.size() != 1 && servers.size() != 3) {
            throw new LintelException(
                    "A site has one server or three",
                    "name one, or three different ones: of two, neither can stand for both");
        }
        SiteAuthority authority = SiteAuthority.make(random);
        SiteCertificates certificates = SiteCertificates.make(
                name(name), servers.stream().map(ServerAddress::host).distinct().toList(), clock.instant());
        String seed = SiteAuthority.makeBox(random);
        String box = SiteAuthority.publicKey(seed);
        Membership founder = new Membership(
                name(name),
                name(door),
                servers.stream().map(ServerAddress::url).toList(),
                certificates.authority(),
                authority.boxToken(box, door, BoxPermissions.of(box, true), null),
                seed,
                authority);
        store.find().ifPresent(known -> {
            throw new LintelException("This box is in the site " + known.site() + " already", "leave it first");
        });
        new ServerFiles(name, authority, certificates, servers).write(folder);
        store.join(founder, List.of(SiteKey.make(FIRST_KEY, random)));
        state.join();
        return founder;
    }

    /** Makes a code with which one box can join within {@link #INVITATION_VALID}. */
    public Invitation invite() {
        Membership site = store.require();
        SiteAuthority authority = site.decides();
        if (authority == null) {
            throw new LintelException(
                    "Only the box that made the site " + site.site() + " invites others", "run this there");
        }
        String seed = SiteAuthority.makeBox(random);
        String id = SiteAuthority.publicKey(seed);
        Invitation invitation = new Invitation(
                site.servers(),
                site.authority(),
                authority.boxToken(id, "invitation", BoxPermissions.toJoin(id), INVITATION_VALID),
                seed);
        store.invite(invitation, clock.instant().plus(INVITATION_VALID));
        return invitation;
    }

    /**
     * Joins a site; the box that made it must be running.
     *
     * @param door what this box is to be called there
     * @throws LintelException if that fails; says why
     */
    public Membership join(Invitation invitation, String door) {
        store.find().ifPresent(known -> {
            throw new LintelException(
                    "This box is in the site " + known.site() + " already", "leave it first, with 'lintel site leave'");
        });
        String seed = SiteAuthority.makeBox(random);
        JoinMessages.Request request = new JoinMessages.Request(SiteAuthority.publicKey(seed), name(door));
        JoinMessages.Answer answer = ask(invitation, request);
        if (!answer.refusal().isEmpty()) {
            throw new LintelException("The site does not let this box in: " + answer.refusal(), "ask for a new code");
        }
        Membership member = new Membership(
                answer.site(), name(door), invitation.servers(), invitation.authority(), answer.token(), seed, null);
        store.join(member, answer.keys());
        state.join();
        return member;
    }

    private JoinMessages.Answer ask(Invitation invitation, JoinMessages.Request request) {
        String answers = Invitation.inboxOfJoiner(invitation.id());
        SiteConnector connector = new SiteConnector(
                invitation.servers(), invitation.authority(), invitation.token(), invitation.seed(), answers);
        try (Connection nats = connector.connect("joining")) {
            Subscription heard = nats.subscribe(answers);
            nats.flush(ANSWER_WITHIN);
            nats.publish(Invitation.subject(invitation.id()), request.seal(invitation, random));
            Message message = heard.nextMessage(ANSWER_WITHIN);
            if (message == null) {
                throw new LintelException(
                        "The site's server answers, but not the box that made the site",
                        "start Lintel there; if it runs, the code was used already or has expired: ask for a new one");
            }
            return JoinMessages.Answer.open(invitation, message.getData());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("Joining was interrupted", "try again");
        } catch (TimeoutException e) {
            throw new LintelException("The site's server does not answer", "try again");
        }
    }

    /** Forgets the site with all of its keys; the people stay, as this box's own. */
    public Membership leave() {
        Membership left = store.require();
        state.leave();
        store.leave();
        return left;
    }

    /** A connection to the site's servers that comes back by itself; the box that made the site sees to it that its streams are there. */
    public Connection connect(Membership membership) {
        Connection nats = membership.connector().connect(membership.door());
        if (membership.isFounder()) {
            try {
                SiteStreams.createIfMissing(nats, membership.servers().size());
            } catch (IOException | JetStreamApiException e) {
                close(nats);
                throw new LintelException(
                        "The site's streams cannot be made: " + e.getMessage(), "see the log of the site's server");
            }
        }
        return nats;
    }

    private static void close(Connection nats) {
        try {
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new LintelException(
                    "'" + name + "' cannot be a name", "give 1 to " + LONGEST_NAME + " visible characters");
        }
        return name;
    }
}
