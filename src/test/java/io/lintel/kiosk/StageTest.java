package io.lintel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.access.DenialReason;
import io.lintel.access.Observation;
import io.lintel.access.challenge.Instruction;
import io.lintel.camera.CameraKind;
import io.lintel.camera.CameraStatus;
import io.lintel.door.Alarm;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CameraStatus LIVE = new CameraStatus.Live("door", CameraKind.LIVE);
    private static final Observation GRANTED = new Observation.Granted(new PersonId(7));

    private final Stage stage = new Stage(person -> Optional.of("Dalia"));

    @Test
    void whoeverIsLetInIsWelcomedByName() throws IOException {
        assertThat(shown(GRANTED)).isEqualTo("{\"state\":\"welcome\",\"name\":\"Dalia\"}");
    }

    @Test
    void noNameIsSaidWhereNamesAreNotShown() throws IOException {
        Stage discreet = new Stage(person -> Optional.empty());
        assertThat(JSON.writeValueAsString(discreet.scene(Set.of(), LIVE, Stage.Recognition.ON, GRANTED)
                        .orElseThrow()))
                .isEqualTo("{\"state\":\"welcome\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "UNKNOWN,         `{\"state\":\"denied\"}`",
                "AMBIGUOUS,       `{\"state\":\"denied\"}`",
                "SPOOF,           `{\"state\":\"denied\"}`",
                "LOW_QUALITY,     `{\"state\":\"denied\"}`",
                "OUT_OF_SCHEDULE, `{\"state\":\"denied\",\"detail\":\"schedule\"}`",
                "EXPIRED,         `{\"state\":\"denied\",\"detail\":\"schedule\"}`",
                "DISABLED,        `{\"state\":\"denied\",\"detail\":\"refused\"}`",
                "WRONG_PIN,       `{\"state\":\"denied\",\"detail\":\"pin\"}`",
                "LOCKED_OUT,      {\"state\":\"wait\"}"
            })
    void aDenialSaysNoMoreThanHelpsTheHonest(DenialReason reason, String json) throws IOException {
        assertThat(shown(new Observation.Denied(reason))).isEqualTo(json);
    }

    @Test
    void whatGoesOnBeforeADecisionIsShown() throws IOException {
        assertThat(shown(new Observation.NoOne())).isEqualTo("{\"state\":\"idle\"}");
        assertThat(shown(new Observation.Approaching())).isEqualTo("{\"state\":\"closer\"}");
        assertThat(shown(new Observation.Deciding())).isEqualTo("{\"state\":\"hold\"}");
    }

    @Test
    void instructionsAndThePinPadAreShown() throws IOException {
        assertThat(shown(new Observation.Asked(null))).isEqualTo("{\"state\":\"challenge\",\"detail\":\"straight\"}");
        assertThat(shown(new Observation.EnterPin("t", 3))).isEqualTo("{\"state\":\"pin\",\"ticket\":\"t\"}");
        assertThat(shown(new Observation.EnterPin("t", 1)))
                .isEqualTo("{\"state\":\"pin\",\"detail\":\"last\",\"ticket\":\"t\"}");
    }

    @ParameterizedTest
    @EnumSource
    void eachInstructionHasWordsInEachLanguageAndASign(Instruction instruction) throws IOException {
        assertThat(Files.readString(Path.of("kiosk-ui/icons.svg"))).contains("id=\"" + instruction.code() + "\"");
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(StageTest::words))
                    .allSatisfy(words -> assertThat(words).contains("challenge." + instruction.code()));
        }
    }

    @Test
    void troubleNamesNeitherThePersonNorTheFault() throws IOException {
        assertThat(shown(new Observation.Trouble(new PersonId(7), "the audit log cannot be written")))
                .isEqualTo("{\"state\":\"alarm\"}");
    }

    @ParameterizedTest
    @EnumSource
    void eachFlawHasWordsInEachLanguage(QualityFlaw flaw) throws IOException {
        Scene scene = stage.scene(Set.of(), LIVE, Stage.Recognition.ON, new Observation.LookHere(flaw))
                .orElseThrow();
        assertThat(scene.state()).isEqualTo("look");
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(StageTest::words))
                    .isNotEmpty()
                    .allSatisfy(words -> assertThat(words).contains("advice." + scene.advice()));
        }
    }

    @Test
    void fireIsShownBeforeAllElse() {
        assertThat(stage.scene(Set.of(Alarm.FIRE, Alarm.HELD_OPEN), null, Stage.Recognition.OFF, GRANTED))
                .contains(Scene.of("fire"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD_OPEN_SOON", "HELD_OPEN", "FORCED_OPEN"})
    void aDoorHeldOpenAsksToBeClosed(Alarm alarm) {
        assertThat(stage.scene(Set.of(alarm), LIVE, Stage.Recognition.ON, GRANTED))
                .contains(Scene.detailed("alarm", "held-open"));
    }

    @Test
    void aBrokenCameraIsShownWhateverWasSeenLast() {
        assertThat(stage.scene(Set.of(), new CameraStatus.Frozen("door", "no change"), Stage.Recognition.ON, GRANTED))
                .contains(Scene.of("camera"));
    }

    @Test
    void anOpenBoxIsSaidWhileNobodyWaitsToBeLetIn() {
        assertThat(stage.scene(Set.of(Alarm.TAMPER), LIVE, Stage.Recognition.ON, new Observation.NoOne()))
                .contains(Scene.detailed("alarm", "tamper"));
        assertThat(stage.scene(Set.of(Alarm.TAMPER), LIVE, Stage.Recognition.ON, GRANTED))
                .contains(new Scene("welcome", null, null, "Dalia", null));
    }

    @ParameterizedTest
    @CsvSource({"starting, offline", "the database is full, alarm"})
    void withoutRecognitionNobodyIsAskedToLookHere(String obstacle, String state) {
        assertThat(stage.scene(Set.of(), LIVE, Stage.Recognition.facing(obstacle), null))
                .contains(Scene.of(state));
    }

    @Test
    void theScreenStaysAsItIsUntilTheFirstLookAtTheDoor() {
        assertThat(stage.scene(Set.of(), LIVE, Stage.Recognition.facing(""), null))
                .isEmpty();
    }

    private String shown(Observation observation) throws IOException {
        return JSON.writeValueAsString(
                stage.scene(Set.of(), LIVE, Stage.Recognition.ON, observation).orElseThrow());
    }

    private static Set<String> words(File language) {
        try {
            JsonNode words = JSON.readTree(language);
            return words.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
