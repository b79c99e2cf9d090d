package io.lintel.admin.start;

import io.lintel.service.FirstSteps;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One step in the list of all.
 *
 * @param here whether this is the page of it
 */
@TemplateData
public record StepView(int number, String word, String title, String summary, String state, boolean here) {

    static List<StepView> all(FirstSteps steps, FirstSteps.Step here) {
        return steps.states().entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), each.getKey() == here))
                .toList();
    }

    static List<StepView> all(FirstSteps steps) {
        return steps.states().entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), false))
                .toList();
    }

    private static StepView of(FirstSteps.Step step, FirstSteps.State state, boolean here) {
        return new StepView(step.ordinal() + 1, step.word(), title(step), summary(step), said(state), here);
    }

    static String title(FirstSteps.Step step) {
        return switch (step) {
            case LANGUAGE -> "Language";
            case PLACE -> "Name and time zone";
            case CAMERA -> "Camera";
            case LOCK -> "Lock and wiring";
            case RELAY -> "Relay test";
            case PERSON -> "First person";
        };
    }

    private static String summary(FirstSteps.Step step) {
        return switch (step) {
            case LANGUAGE -> "Of the door screen and of these pages";
            case PLACE -> "What this door is called, and by which clock it opens";
            case CAMERA -> "Choose it and see what it sees";
            case LOCK -> "Which lock, which lines, with the diagram";
            case RELAY -> "Hear the lock click";
            case PERSON -> "Enrol somebody, and walk up to the door";
        };
    }

    private static String said(FirstSteps.State state) {
        return switch (state) {
            case OPEN -> "";
            case DONE -> "done";
            case SKIPPED -> "skipped";
        };
    }

    public boolean isDone() {
        return state.equals("done");
    }
}
