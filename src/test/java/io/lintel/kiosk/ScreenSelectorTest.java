package io.lintel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.access.DenialReason;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.Explanation;
import io.lintel.access.challenge.Instruction;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.appliance.ComponentStatus;
import io.lintel.camera.CameraKind;
import io.lintel.camera.CameraStatus;
import io.lintel.door.Alarm;
import io.lintel.door.DoorMode;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenSelectorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CameraStatus LIVE = new CameraStatus.Live("door", CameraKind.LIVE);
    private static final DoorNow LOCKED = new DoorNow(Set.of(), false, DoorMode.NORMAL);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 30, 8, 0, 17);
    private static final DoorScreenMessage GRANTED = new DoorScreenMessage.Granted(new PersonId(7));

    private final ScreenSelector stage =
            new ScreenSelector(person -> Optional.of("Dalia"), person -> Optional.of(MONDAY));

    @Test
    void whoeverIsLetInIsWelcomedByName() throws IOException {
        assertThat(shown(GRANTED)).isEqualTo("{\"state\":\"welcome\",\"name\":\"Dalia\"}");
    }

    @Test
    void noNameIsSaidWhereNamesAreNotShown() throws IOException {
        ScreenSelector discreet = new ScreenSelector(person -> Optional.empty(), person -> Optional.empty());
        assertThat(JSON.writeValueAsString(discreet.scene(LOCKED, LIVE, ScreenSelector.Recognition.ON, GRANTED)
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
                "NO_LIVENESS,     `{\"state\":\"denied\",\"detail\":\"refused\"}`",
                "NO_PIN,          `{\"state\":\"denied\",\"detail\":\"pin\"}`",
                "LOCK_DOWN,       `{\"state\":\"locked\",\"detail\":\"lock-down\"}`",
                "KEPT_LOCKED,     `{\"state\":\"locked\"}`",
                "WRONG_PIN,       `{\"state\":\"denied\",\"detail\":\"pin\"}`",
                "LOCKED_OUT,      {\"state\":\"wait\"}"
            })
    void aDenialSaysNoMoreThanHelpsTheHonest(DenialReason reason, String json) throws IOException {
        assertThat(shown(new DoorScreenMessage.Denied(reason))).isEqualTo(json);
    }

    @Test
    void whatGoesOnBeforeADecisionIsShown() throws IOException {
        assertThat(shown(new DoorScreenMessage.NoOne())).isEqualTo("{\"state\":\"idle\"}");
        assertThat(shown(new DoorScreenMessage.Approaching())).isEqualTo("{\"state\":\"closer\"}");
        assertThat(shown(new DoorScreenMessage.Deciding())).isEqualTo("{\"state\":\"hold\"}");
    }

    @Test
    void instructionsAndThePinPadAreShown() throws IOException {
        assertThat(shown(new DoorScreenMessage.Asked(null)))
                .isEqualTo("{\"state\":\"challenge\",\"detail\":\"straight\"}");
        assertThat(shown(new DoorScreenMessage.EnterPin("t", 3))).isEqualTo("{\"state\":\"pin\",\"ticket\":\"t\"}");
        assertThat(shown(new DoorScreenMessage.EnterPin("t", 1)))
                .isEqualTo("{\"state\":\"pin\",\"detail\":\"last\",\"ticket\":\"t\"}");
    }

    @ParameterizedTest
    @EnumSource
    void eachInstructionHasWordsInEachLanguageAndASign(Instruction instruction) throws IOException {
        assertThat(Files.readString(Path.of("kiosk-ui/icons.svg"))).contains("id=\"" + instruction.code() + "\"");
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(ScreenSelectorTest::words))
                    .allSatisfy(words -> assertThat(words).contains("challenge." + instruction.code()));
        }
    }

    @Test
    void troubleNamesNeitherThePersonNorTheFault() throws IOException {
        assertThat(shown(new DoorScreenMessage.Trouble(new PersonId(7), "the audit log cannot be written")))
                .isEqualTo("{\"state\":\"alarm\"}");
    }

    @ParameterizedTest
    @EnumSource
    void eachFlawHasWordsInEachLanguage(QualityFlaw flaw) throws IOException {
        ScreenState scene = stage.scene(
                        LOCKED, LIVE, ScreenSelector.Recognition.ON, new DoorScreenMessage.LookHere(flaw))
                .orElseThrow();
        assertThat(scene.state()).isEqualTo("look");
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(ScreenSelectorTest::words))
                    .isNotEmpty()
                    .allSatisfy(words -> assertThat(words).contains("advice." + scene.advice()));
        }
    }

    @Test
    void fireIsShownBeforeAllElse() {
        assertThat(stage.scene(alarming(Alarm.FIRE, Alarm.HELD_OPEN), null, ScreenSelector.Recognition.OFF, GRANTED))
                .contains(ScreenState.of("fire"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD_OPEN_SOON", "HELD_OPEN", "FORCED_OPEN"})
    void aDoorHeldOpenAsksToBeClosed(Alarm alarm) {
        assertThat(stage.scene(alarming(alarm), LIVE, ScreenSelector.Recognition.ON, GRANTED))
                .contains(ScreenState.detailed("alarm", "held-open"));
    }

    @Test
    void aBrokenCameraIsShownWhateverWasSeenLast() {
        assertThat(stage.scene(
                        LOCKED, new CameraStatus.Frozen("door", "no change"), ScreenSelector.Recognition.ON, GRANTED))
                .contains(ScreenState.of("camera"));
    }

    @Test
    void anOpenHousingIsShownWhileNobodyWaits() {
        assertThat(stage.scene(
                        alarming(Alarm.TAMPER), LIVE, ScreenSelector.Recognition.ON, new DoorScreenMessage.NoOne()))
                .contains(ScreenState.detailed("alarm", "tamper"));
        assertThat(stage.scene(alarming(Alarm.TAMPER), LIVE, ScreenSelector.Recognition.ON, GRANTED))
                .contains(ScreenState.welcome("Dalia", false));
    }

    @ParameterizedTest
    @CsvSource({"starting, offline", "the database is full, alarm"})
    void withoutRecognitionNobodyIsAskedToLookHere(String obstacle, String state) {
        assertThat(stage.scene(LOCKED, LIVE, recognition(obstacle), null)).contains(ScreenState.of(state));
    }

    @Test
    void theScreenStaysAsItIsUntilTheFirstLookAtTheDoor() {
        assertThat(stage.scene(
                        LOCKED,
                        LIVE,
                        ScreenSelector.Recognition.of(Optional.of(ComponentStatus.good("recognition", "on"))),
                        null))
                .isEmpty();
    }

    @Test
    void aDoorThatIsHeldUnlockedIsSaidToBeOpen() {
        assertThat(nobodyAt(new DoorNow(Set.of(), true, DoorMode.SCHEDULED_UNLOCK)))
                .contains(ScreenState.of("open"));
    }

    @Test
    void aDoorWithoutRecognitionDoesNotInvitePeopleToTheCamera() {
        assertThat(nobodyAt(new DoorNow(Set.of(), false, DoorMode.OPERATOR_LOCK)))
                .contains(ScreenState.of("locked"));
    }

    @Test
    void aLockDownIsSaid() throws IOException {
        assertThat(nobodyAt(new DoorNow(Set.of(), false, DoorMode.LOCK_DOWN)))
                .contains(ScreenState.detailed("locked", "lock-down"));
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(ScreenSelectorTest::words))
                    .allSatisfy(words -> assertThat(words).contains("locked.lock-down"));
        }
    }

    @Test
    void whoComesOutsideTheirHoursIsToldWhenTheyMayEnter() {
        ScreenState told = ScreenState.outOfSchedule("2026-11-30T08:00");
        assertThat(decided(DenialReason.OUT_OF_SCHEDULE, new PersonId(7))).contains(told);
        assertThat(afterwards(DenialReason.OUT_OF_SCHEDULE)).contains(told);
        assertThat(decided(DenialReason.OUT_OF_SCHEDULE, null)).contains(ScreenState.outOfSchedule(null));
    }

    @Test
    void aLaterVisitorIsNotToldTheHoursOfTheOneBefore() {
        decided(DenialReason.OUT_OF_SCHEDULE, new PersonId(7));
        nobodyAt(LOCKED);
        assertThat(afterwards(DenialReason.OUT_OF_SCHEDULE)).contains(ScreenState.outOfSchedule(null));
        decided(DenialReason.OUT_OF_SCHEDULE, new PersonId(7));
        decided(DenialReason.UNKNOWN, null);
        assertThat(afterwards(DenialReason.OUT_OF_SCHEDULE)).contains(ScreenState.outOfSchedule(null));
    }

    private Optional<ScreenState> decided(DenialReason reason, @Nullable PersonId person) {
        Explanation why = new Explanation(
                1,
                1,
                new Explanation.Timing(1, 0, 0),
                null,
                null,
                0,
                new Explanation.Rules(0, LivenessPolicy.DEFAULT, ""),
                null,
                List.of());
        return stage.scene(
                new AccessEvent.Decided(
                        new Decision.Denied(reason, person, "", why), OptionalLong.empty(), null, Instant.EPOCH),
                LOCKED);
    }

    private Optional<ScreenState> afterwards(DenialReason reason) {
        return stage.scene(LOCKED, LIVE, ScreenSelector.Recognition.ON, new DoorScreenMessage.Denied(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle", "look", "hold", "closer", "welcome", "denied", "wait", "alarm", "fire", "offline", "open",
                "locked"
            })
    void eachStateHasWordsInEachLanguageAndASignAndAColour(String state) throws IOException {
        assertThat(Files.readString(Path.of("kiosk-ui/icons.svg"))).contains("id=\"" + state + "\"");
        try (var languages = Files.list(Path.of("kiosk-ui/languages"))) {
            assertThat(languages.map(Path::toFile).map(ScreenSelectorTest::words))
                    .allSatisfy(words -> assertThat(words).contains(state));
        }
    }

    private Optional<ScreenState> nobodyAt(DoorNow door) {
        return stage.scene(door, LIVE, ScreenSelector.Recognition.ON, new DoorScreenMessage.NoOne());
    }

    private static DoorNow alarming(Alarm... alarms) {
        return new DoorNow(Set.of(alarms), false, DoorMode.NORMAL);
    }

    private String shown(DoorScreenMessage observation) throws IOException {
        return JSON.writeValueAsString(stage.scene(LOCKED, LIVE, ScreenSelector.Recognition.ON, observation)
                .orElseThrow());
    }

    private static Set<String> words(File language) {
        try {
            JsonNode words = JSON.readTree(language);
            return words.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ScreenSelector.Recognition recognition(String error) {
        return ScreenSelector.Recognition.of(Optional.of(
                error.equals("starting")
                        ? ComponentStatus.starting("recognition", error)
                        : ComponentStatus.bad("recognition", error, "it is tried again")));
    }
}
