package io.lintel.site.member;

import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lets in who has an invitation, on the box that made the site; each once. Thread-safe. */
public final class InvitationResponder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(InvitationResponder.class.getName());

    private final Connection nats;
    private final MembershipStore store;
    private final InstantSource clock;
    private final BiConsumer<String, String> joined;
    private final SecureRandom random = new SecureRandom();
    private final Dispatcher dispatcher;

    /** @param joined is told box and door */
    public InvitationResponder(
            Connection nats, MembershipStore store, InstantSource clock, BiConsumer<String, String> joined) {
        this.nats = nats;
        this.store = store;
        this.clock = clock;
        this.joined = joined;
        this.dispatcher = nats.createDispatcher(this::answer);
        dispatcher.subscribe(Invitation.subject("*"));
    }

    private void answer(Message message) {
        String id = message.getSubject().substring(Invitation.subject("").length());
        Optional<Invitation> invitation = store.invitations(clock.instant()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (invitation.isEmpty()) {
            return; // nobody can read what we would say: the asking box gives up by itself
        }
        try {
            JoinMessages.Request request = JoinMessages.Request.open(invitation.get(), message.getData());
            nats.publish(Invitation.inboxOfJoiner(id), admit(id, request).seal(invitation.get(), random));
        } catch (LintelException | IllegalStateException e) {
            LOG.log(Level.WARNING, "site join=refused cause=\"{0}\"", e.getMessage());
        }
    }

    private JoinMessages.Answer admit(String id, JoinMessages.Request request) {
        Membership site = store.require();
        SiteAuthority authority = site.decides();
        if (authority == null) {
            return JoinMessages.Answer.refused("this box has not made the site");
        }
        if (!store.admit(id, request.box(), request.door(), clock.instant())) {
            return JoinMessages.Answer.refused("the code was used already");
        }
        joined.accept(request.box(), request.door());
        return new JoinMessages.Answer(
                "",
                site.site(),
                authority.boxToken(request.box(), request.door(), BoxPermissions.of(request.box(), false), null),
                store.siteKeys());
    }

    @Override
    public void close() {
        if (nats.getStatus() == Connection.Status.CONNECTED) {
            nats.closeDispatcher(dispatcher);
        }
    }
}
