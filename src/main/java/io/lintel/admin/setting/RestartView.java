package io.lintel.admin.setting;

import io.lintel.service.Setting;
import io.lintel.wiring.Restart;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What a page says about the next start.
 *
 * @param possible whether the page can order it
 * @param needed whether a setting waits for it
 * @param ordered whether it is under way
 */
@TemplateData
public record RestartView(boolean possible, boolean needed, boolean ordered) {

    public static RestartView of(Restart restart, List<Setting> settings) {
        return new RestartView(restart.isPossible(), settings.stream().anyMatch(Setting::waiting), restart.isOrdered());
    }
}
