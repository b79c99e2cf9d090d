package io.lintel.admin.page;

import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.tls.WebListener;
import io.lintel.door.Alarm;
import io.lintel.door.DoorView;
import io.lintel.service.AlarmService;
import io.lintel.service.DoorService;
import io.lintel.system.LintelException;
import io.lintel.wiring.StandingWarnings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with this door, for as long as it is wrong: on every page, so that nobody forgets it. */
@Singleton
class DoorWarnings {

    /** Those that ask memory only. */
    private static final List<String> ASKED = List.of("door", "camera", "second-camera", "recognition");

    private final LintelConfig config;
    private final StandingWarnings standing;
    private final SystemStatus system;
    private final DoorService door;
    private final AlarmService alarms;
    private final ZoneId zone;

    DoorWarnings(
            LintelConfig config,
            StandingWarnings standing,
            SystemStatus system,
            DoorService door,
            AlarmService alarms,
            ZoneId zone) {
        this.zone = zone;
        this.door = door;
        this.alarms = alarms;
        this.config = config;
        this.standing = standing;
        this.system = system;
    }

    boolean isDemo() {
        return RunMode.of(config) == RunMode.DEMO;
    }

    /** How many nobody has acknowledged; 0 while the log cannot be read, which is said elsewhere. */
    int openAlarms() {
        try {
            return alarms.open().size();
        } catch (LintelException e) {
            return 0;
        }
    }

    List<FlashMessage> now() {
        List<FlashMessage> warnings = new ArrayList<>();
        door.status().ifPresent(status -> door(warnings, status.door()));
        int open = openAlarms();
        if (open > 0) {
            warnings.add(FlashMessage.bad(
                    open == 1
                            ? "One alarm is not acknowledged"
                            : (open == AlarmService.MOST ? open + " or more" : open) + " alarms are not acknowledged",
                    "look into it on the page Alarms"));
        }
        standing.now()
                .forEach(each -> warnings.add(
                        each.severe()
                                ? FlashMessage.bad(withoutStop(each.text()), "")
                                : FlashMessage.warning(withoutStop(each.text()), "")));
        ASKED.forEach(name -> system.of(name)
                .filter(component -> component.state() != ComponentStatus.State.GOOD)
                .ifPresent(component -> warnings.add(flash(component))));
        certificate(warnings);
        return warnings;
    }

    private static void door(List<FlashMessage> warnings, DoorView door) {
        switch (door.mode()) {
            case LOCK_DOWN ->
                warnings.add(FlashMessage.bad(
                        "Lock-down: nobody is let in, the exit button works", "end it on the page Now"));
            case OPERATOR_LOCK ->
                warnings.add(FlashMessage.warning(
                        "The door is kept locked by order: nobody is let in", "end it on the page Now"));
            case OPERATOR_UNLOCK ->
                warnings.add(FlashMessage.warning(
                        "The door is kept unlocked by order: everybody can walk in", "end it on the page Now"));
            case FIRE -> warnings.add(FlashMessage.bad("Fire: the door is unlocked", ""));
            case NORMAL, SCHEDULED_UNLOCK -> {}
        }
        if (door.alarms().contains(Alarm.FORCED_OPEN)) {
            warnings.add(
                    FlashMessage.bad("The door was forced open", "look at the door; it ends when the door is closed"));
        }
        if (door.alarms().contains(Alarm.HELD_OPEN)) {
            warnings.add(FlashMessage.bad("The door is held open", "close it"));
        }
        if (door.alarms().contains(Alarm.TAMPER)) {
            warnings.add(FlashMessage.bad("The box is open", "close it"));
        }
    }

    private static FlashMessage flash(ComponentStatus component) {
        String name = component.component();
        String text = Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + component.text();
        return component.state() == ComponentStatus.State.BAD
                ? FlashMessage.bad(text, component.remedy())
                : FlashMessage.warning(text, component.remedy());
    }

    private void certificate(List<FlashMessage> warnings) {
        WebListener web = WebListener.atStart(config);
        if (!web.trouble().isEmpty()) {
            warnings.add(FlashMessage.warning(
                    "The certificate is not used, so only this machine is served: " + web.trouble(), ""));
        }
        Instant now = Instant.now();
        web.tls()
                .filter(certificate -> certificate.isEnding(now))
                .ifPresent(certificate -> warnings.add(FlashMessage.warning(
                        "The TLS certificate " + (now.isAfter(certificate.until()) ? "has ended" : "ends soon") + ": "
                                + DisplayTime.text(certificate.until(), zone),
                        certificate.selfSigned()
                                ? "make a new one on the page This box"
                                : "get a new one, and put it in on the page This box")));
    }

    /** A notice sets its own full stop. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
