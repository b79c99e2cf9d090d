package io.lintel.admin.start;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.admin.setting.RestartView;
import io.lintel.service.FirstSteps;
import io.lintel.service.FirstSteps.State;
import io.lintel.service.FirstSteps.Step;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
import io.lintel.system.LintelException;
import io.lintel.wiring.Restart;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** What all steps have in common: their frame, their settings, and the way to the next. */
@Singleton
class StepPages {

    static final String HERE = "/admin/first-steps";

    private final FirstSteps steps;
    private final Pages pages;
    private final SettingsService settings;
    private final Restart restart;

    StepPages(FirstSteps steps, Pages pages, SettingsService settings, Restart restart) {
        this.steps = steps;
        this.pages = pages;
        this.settings = settings;
        this.restart = restart;
    }

    Page page(Step step) {
        return pages.page(StepView.title(step), Section.FIRST_STEPS);
    }

    Page overview() {
        return pages.page("First steps", Section.FIRST_STEPS);
    }

    List<StepView> list(Step here) {
        return StepView.all(steps, here);
    }

    /** A setting's value from the next start on. */
    String value(String key) {
        return settings.find(key).value();
    }

    Setting setting(String key) {
        return settings.find(key);
    }

    RestartView restart() {
        return RestartView.of(restart, settings.list());
    }

    /** @throws LintelException if one does not fit; then none is changed */
    void save(String actor, Map<String, String> values) {
        settings.changeAll(actor, values, true);
    }

    Response done(Step step, String said) {
        return next(step, State.DONE, FlashMessage.good(said));
    }

    /** One that is done stays so. */
    Response skipped(Step step) {
        boolean isDone = steps.states().get(step) == State.DONE;
        return next(step, isDone ? State.DONE : State.SKIPPED, FlashMessage.good("You can come back to this step"));
    }

    private Response next(Step step, State state, FlashMessage said) {
        steps.mark(step, state);
        return pages.back(steps.next(step).map(next -> HERE + "/" + next.word()).orElse(HERE), said);
    }
}
