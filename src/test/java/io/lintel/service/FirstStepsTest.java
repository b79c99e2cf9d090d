package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.service.FirstSteps.State;
import io.lintel.service.FirstSteps.Step;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {

    @TempDir
    Path data;

    private boolean people;

    @Test
    void aNewBoxHasEverythingBeforeIt() {
        FirstSteps steps = steps();

        assertThat(steps.states()).hasSize(Step.values().length).doesNotContainValue(State.DONE);
        assertThat(steps.open()).isEqualTo(6);
        assertThat(steps.next(null)).contains(Step.LANGUAGE);
    }

    /** Such as after an upgrade, or in the demonstration. */
    @Test
    void aBoxThatHasPeopleAlreadyIsLeftAlone() {
        people = true;

        assertThat(steps().open()).isZero();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void eachStepIsKeptOverARestartAndTheNextOpenOneFollows() {
        FirstSteps steps = steps();
        steps.mark(Step.LANGUAGE, State.DONE);
        steps.mark(Step.PLACE, State.SKIPPED);

        FirstSteps again = steps();
        assertThat(again.states())
                .containsEntry(Step.LANGUAGE, State.DONE)
                .containsEntry(Step.PLACE, State.SKIPPED)
                .containsEntry(Step.CAMERA, State.OPEN);
        assertThat(again.next(null)).contains(Step.CAMERA);
        assertThat(again.next(Step.CAMERA)).contains(Step.LOCK);
        assertThat(again.open()).isEqualTo(4);
    }

    @Test
    void theFirstPersonIsDoneByEnrollingThem() {
        FirstSteps steps = steps();
        steps.mark(Step.LANGUAGE, State.DONE);
        people = true;

        assertThat(steps.states()).containsEntry(Step.PERSON, State.DONE).containsEntry(Step.LOCK, State.OPEN);
    }

    @Test
    void withoutAGalleryTheBoxIsTakenForNewAndAskedAgain() {
        boolean[] broken = {true};
        FirstSteps steps = new FirstSteps(data, () -> {
            if (broken[0]) {
                throw new LintelException("no models", "fetch them");
            }
            return true;
        });

        assertThat(steps.open()).isEqualTo(6);
        broken[0] = false;
        assertThat(steps.open()).isZero();
    }

    @Test
    void aFileOfAnotherVersionIsReadAsFarAsItIsUnderstood() throws IOException {
        Files.writeString(data.resolve(FirstSteps.FILE), "language=done\nnonsense\ncarpet=done\nplace=later\n");

        assertThat(steps().states()).containsEntry(Step.LANGUAGE, State.DONE).containsEntry(Step.PLACE, State.OPEN);
    }

    private FirstSteps steps() {
        return new FirstSteps(data, () -> people);
    }
}
