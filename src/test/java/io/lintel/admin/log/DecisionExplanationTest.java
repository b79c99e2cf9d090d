package io.lintel.admin.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import java.time.ZoneOffset;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecisionExplanationTest {

    private static final String MATCH = """
            {"attempt":1,"frame_age_ms":31,"since_first_face_ms":412,"best":1,"best_score":0.73,"runner_up":2,"runner_up_score":0.41,
             "margin":0.32,"threshold":0.65,"threshold_fpir":0.0025,"threshold_measured":"true","votes":5,"voters":5,"looks":5,
             "liveness_frames":3,"liveness":0.31,"gallery_persons":4,"required_margin":0.08,"liveness_level":0.5,"eye_distance_px":81.2}""";

    private final LongFunction<String> names = person -> person == 1 ? "Ada" : "Bob";

    @Test
    void aGrantSaysWhatWasMeasuredAndWhatWasNeeded() {
        DecisionExplanation explained =
                explain(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(1), MATCH);

        assertThat(String.join(" ", explained.story()))
                .contains("because Ada was recognised")
                .contains("Of 4 people enrolled, the face came nearest to Ada")
                .contains("the score was 0.73, where 0.65 is needed")
                .contains("one stranger's visit in 400")
                .contains("The second best, Bob, scored 0.41: a lead of 0.32, where 0.08 is needed");
    }

    @Test
    void numbersAreInTheirPlacesInGermanToo() {
        Language german = Languages.all().stream()
                .filter(language -> language.code().equals("de"))
                .findFirst()
                .orElseThrow();
        String story =
                explain(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(1), MATCH.replace("412", "6812"))
                        .story()
                        .stream()
                        .map(german::say)
                        .collect(Collectors.joining(" "));

        assertThat(story)
                .contains("Im Mittel der letzten 5 Bilder war die Ähnlichkeit 0,73")
                .contains("Die Entscheidung fiel 6,8 s, nachdem");
        assertThat(german.say(explain(
                                AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(1),
                                MATCH.replace("\"voters\":5", "\"voters\":1"))
                        .story()
                        .get(1)))
                .contains("Im letzten Bild war die Ähnlichkeit 0,73, erforderlich ist 0,65");
    }

    @Test
    void eachRequestedItemIsCheckedSeparately() {
        DecisionExplanation explained =
                explain(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").about(1).because("spoof"), MATCH);

        assertThat(explained.story().getFirst())
                .contains("stayed shut because the face was not shown to be a live person's");
        assertThat(explained.checks())
                .extracting(Check::what, Check::measured, Check::verdict)
                .contains(tuple("Score", "0.73", "met"), tuple("Liveness", "0.31", "not met"));
    }

    @Test
    void aFaceThatWasNeverComparedHasNoScore() {
        DecisionExplanation explained = explain(
                AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("low-quality"),
                "{\"attempt\":1,\"frame_age_ms\":20,\"since_first_face_ms\":4000,\"eye_distance_px\":20.0,\"flaws\":\"TOO_FAR,BLURRED\"}");

        assertThat(String.join(" ", explained.story()))
                .contains("No picture of the face was good enough to be compared")
                .contains("too far, blurred")
                .contains("The decision came 4.0 s after the face was first seen, from a picture 20 ms old");
        assertThat(explained.checks()).extracting(Check::verdict).containsExactly("not met");
    }

    @Test
    void whatIsNoDecisionIsNotExplained() {
        assertThat(explain(AuditEvent.of(AuditKind.DOOR_OPENED, "door"), "{}").story())
                .isEmpty();
    }

    private DecisionExplanation explain(AuditEvent event, String details) {
        return DecisionExplanation.of(event, EventDetails.of(details), names, ZoneOffset.UTC);
    }
}
