package io.lintel.admin.log;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TestGallery;
import io.lintel.service.PersonNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, who did what, and the site's clock, on the page and in the spreadsheet. */
class LogForPeopleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private TestGallery gallery;
    private PersonId alva;
    private PersonId bela;

    @BeforeEach
    void open() {
        gallery = TestGallery.open(folder);
        alva = gallery.add("Alva", towards(1));
        bela = gallery.add("=Bela", towards(0, 1));
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void aChangeSaysWhoMadeItAndWhatItWas() {
        assertThat(facts(AuditEvent.of(AuditKind.PERSON_CHANGED, "anna")
                        .about(alva.value())
                        .with(new AuditDetails().put("valid_until", " -> 2026-12-31T23:00:00Z"))))
                .isEqualTo("by anna: valid until:  -> 2027-01-01 00:00");
        assertThat(facts(AuditEvent.of(AuditKind.SETTING_CHANGED, "anna")
                        .with(new AuditDetails()
                                .put("setting", "lintel.door.pulse")
                                .put("old", "5s")
                                .put("new", "8s"))))
                .isEqualTo("by anna: lintel.door.pulse 5s -> 8s");
        assertThat(facts(AuditEvent.of(AuditKind.ACCOUNT_CHANGED, "anna")
                        .because("role_changed")
                        .with(new AuditDetails().put("subject", "otto").put("address", "192.0.2.7"))))
                .isEqualTo("by anna: role changed; subject: otto");
        assertThat(facts(AuditEvent.of(AuditKind.ACCOUNT_CHANGED, "anna")
                        .because("role_changed")
                        .with(new AuditDetails().put("subject", "otto").put("detail", "OPERATOR -> ADMIN"))))
                .isEqualTo("by anna: role changed; subject: otto; detail: Operator -> Admin");
    }

    @Test
    void whoDidWhatIsSaidInGermanToo() {
        Language german = Languages.all().stream()
                .filter(language -> language.code().equals("de"))
                .findFirst()
                .orElseThrow();

        assertThat(german.say("by root: set up; subject: root; detail: Admin"))
                .isEqualTo("durch root: eingerichtet; betrifft: root; Einzelheit: Administration");
        assertThat(german.say("Turned away: the face is not enrolled; has to wait until 20:21:22 after 4 failed tries"))
                .isEqualTo(
                        "Zutritt verweigert: das Gesicht ist nicht angelegt; muss nach 4 Fehlversuchen bis 20:21:22 warten");
        assertThat(german.say("Alva or Bela was let in")).isEqualTo("Alva oder Bela: Zutritt gewährt");
    }

    @Test
    void report20AGrantOfOneOfTwoNamesBoth() {
        AuditEvent granted = AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")
                .about(alva.value())
                .with(new AuditDetails().put("look_alikes", bela.toString()));

        assertThat(view(granted).title()).isEqualTo("Alva or =Bela was let in");
    }

    @Test
    void report20ADenialOfOneOfTwoSaysWhomItMayHaveBeenAndWhy() {
        AuditEvent denied = AuditEvent.of(AuditKind.ACCESS_DENIED, "door")
                .because("ambiguous")
                .with(new AuditDetails()
                        .put("best", alva.value())
                        .put("runner_up", bela.value())
                        .put("detail", "not all of them may enter now"));

        assertThat(facts(denied)).isEqualTo("Alva or =Bela: not all of them may enter now");
    }

    @Test
    void theSpreadsheetHasNamesTheTimeZoneAndNoFormula() {
        LogCsv csv = new LogCsv(new PersonNames(gallery.gallery), BERLIN);
        AuditEvent granted = AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")
                .about(bela.value())
                .with(new AuditDetails().put("best_score", 0.8).put("frame", 12));

        assertThat(csv.header()).startsWith("\uFEFFrow,time,time_zone,event,kind,person_number,person,");
        assertThat(csv.line(new AuditRow(7, Instant.parse("2026-07-01T22:30:00Z"), granted)))
                .startsWith("7,2026-07-02 00:30:00,Europe/Berlin (UTC+02:00),'=Bela was let in,ACCESS_GRANTED," + bela
                        + ",'=Bela,,door,0.8,")
                .endsWith("frame=12\r\n");
    }

    @Test
    void theTimesThatPeopleAskForAreOneClickAway() {
        LogQuery query = new LogQuery();
        query.what = "denied";

        List<LogPage.Choice> ranges = LogRanges.of(query, LocalDateTime.parse("2026-11-29T07:15"));

        assertThat(ranges)
                .extracting(LogPage.Choice::address)
                .containsExactly(
                        "/admin/log?what=denied",
                        "/admin/log?what=denied&from=2026-11-29&to=2026-11-29",
                        "/admin/log?what=denied&from=2026-11-28T18%3A00&to=2026-11-29T08%3A00",
                        "/admin/log?what=denied&from=2026-11-28&to=2026-11-28",
                        "/admin/log?what=denied&from=2026-11-23&to=2026-11-29");
        assertThat(ranges.getFirst().chosen()).isTrue();
    }

    private EventView view(AuditEvent event) {
        return EventView.of(new AuditRow(1, TestGallery.NOON, event), new PersonNames(gallery.gallery), BERLIN, false);
    }

    private String facts(AuditEvent event) {
        return view(event).facts();
    }
}
