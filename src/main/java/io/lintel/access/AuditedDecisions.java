package io.lintel.access;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import java.util.stream.Collectors;

/** Keeps decisions in the audit log, each with its whole explanation. */
public final class AuditedDecisions implements DecisionRecorder {

    private static final String ACTOR = "door";

    private final AuditLog log;

    public AuditedDecisions(AuditLog log) {
        this.log = log;
    }

    @Override
    public long record(Decision decision) {
        AuditDetails details = decision.explanation().fields().toDetails().put("detail", decision.detail());
        AuditEvent event = switch (decision) {
            case Decision.Granted granted -> {
                if (!granted.isCertain()) {
                    details.put("look_alikes", others(granted));
                }
                yield AuditEvent.of(AuditKind.ACCESS_GRANTED, ACTOR);
            }
            case Decision.Denied denied ->
                AuditEvent.of(denied.reason().isTheDoors() ? AuditKind.ACCESS_KEPT_OUT : AuditKind.ACCESS_DENIED, ACTOR)
                        .because(denied.reason().code());
        };
        PersonId person = decision.person();
        AuditEvent about = person == null ? event : event.about(person.value());
        return log.append(about.with(details)).seq();
    }

    /** Numbers with a space between. */
    private static String others(Decision.Granted granted) {
        return granted.all().stream()
                .filter(person -> !person.equals(granted.person()))
                .map(PersonId::toString)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public void doorStayedShut(long row, String why) {
        log.append(AuditEvent.of(AuditKind.DOOR_REFUSED, ACTOR)
                .with(new AuditDetails().put("decision", row).put("why", why)));
    }

    @Override
    public void record(AccessAlarm alarm) {
        AuditDetails details = switch (alarm) {
            case AccessAlarm.RepeatedDenials denials ->
                new AuditDetails()
                        .put("track", denials.trackId())
                        .put("tries", denials.tries())
                        .put("last", denials.last().code());
            case AccessAlarm.RepeatedSpoofs spoofs -> new AuditDetails().put("attacks", spoofs.attacks());
        };
        log.append(AuditEvent.of(AuditKind.ACCESS_ALARM, ACTOR)
                .because(alarm.code())
                .with(details));
    }
}
