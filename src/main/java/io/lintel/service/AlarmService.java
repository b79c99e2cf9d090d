package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.service.ServiceException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Alarms that nobody has said to have seen yet. The log is all there is to it: an alarm is open until a later row acknowledges it.
 * Thread-safe.
 */
public final class AlarmService {

    /** What somebody has to look into. */
    public static final Set<AuditKind> ALARMS = Set.copyOf(EnumSet.of(
            AuditKind.ACCESS_ALARM,
            AuditKind.DOOR_HELD_OPEN,
            AuditKind.DOOR_FORCED_OPEN,
            AuditKind.DOOR_FAULT,
            AuditKind.FIRE_ALARM,
            AuditKind.TAMPER,
            AuditKind.LOG_GAP));

    /** Nobody works through more; the page says "100 or more". */
    public static final int MOST = 100;

    /** An alarm that nobody has looked into for a month is history. */
    private static final Duration OPEN_FOR = Duration.ofDays(30);

    private static final int LONGEST_NOTE = 500;

    /** A warning at the door itself, before the alarm. */
    private static final String NOT_YET = "held_open_soon";

    private final AuditLog log;
    private final InstantSource clock;

    public AlarmService(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Those not acknowledged, the newest first, at most {@value #MOST}. */
    public List<AuditRow> open() {
        AuditFilter lately = AuditFilter.ALL.between(clock.instant().minus(OPEN_FOR), null);
        List<AuditRow> alarms = log.newest(lately.withKinds(ALARMS), 2 * MOST).rows();
        if (alarms.isEmpty()) {
            return List.of();
        }
        Set<String> seen = log.newest(lately.withKinds(Set.of(AuditKind.ALARM_ACKNOWLEDGED)), 2 * MOST).rows().stream()
                .map(row -> String.valueOf(row.event().reason()))
                .collect(Collectors.toSet());
        long upTo = seen.stream()
                .filter(reason -> reason.startsWith("up-to-"))
                .mapToLong(reason -> Long.parseLong(reason.substring("up-to-".length())))
                .max()
                .orElse(0);
        return alarms.stream()
                .filter(row -> row.seq() > upTo && !seen.contains("alarm-" + row.seq()))
                .filter(row -> !NOT_YET.equals(row.event().reason()))
                .limit(MOST)
                .toList();
    }

    /**
     * Somebody has seen an alarm.
     *
     * @param note what came of it; may be empty
     * @throws ServiceException if this is no open alarm
     */
    public void acknowledge(String actor, long seq, String note) {
        if (open().stream().noneMatch(row -> row.seq() == seq)) {
            throw ServiceException.notFound("There is no open alarm " + seq);
        }
        append(actor, "alarm-" + seq, seq, note);
    }

    /** The same for all up to this one, which the caller has been shown. */
    public void acknowledgeUpTo(String actor, long seq, String note) {
        if (open().stream().noneMatch(row -> row.seq() <= seq)) {
            throw ServiceException.notFound("There is no open alarm up to " + seq);
        }
        append(actor, "up-to-" + Math.min(seq, log.last()), seq, note);
    }

    private void append(String actor, String which, long seq, String note) {
        String said = note.strip();
        if (said.length() > LONGEST_NOTE) {
            throw new ServiceException(
                    Reason.INVALID, "This note is too long", "use at most " + LONGEST_NOTE + " characters");
        }
        log.append(AuditEvent.of(AuditKind.ALARM_ACKNOWLEDGED, actor)
                .because(which)
                .with(new AuditDetails().put("alarm", seq).put("note", said)));
    }
}
