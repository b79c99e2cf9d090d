package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.config.ResolvedSettings;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.system.LintelException;
import java.util.Map;

/**
 * The one check of settings, for {@code serve}, {@code config check}, the settings page and REST alike: all settings are made into what
 * the parts are built with, and the door's lines are looked up on the board. What passes starts.
 */
public final class SettingsCheck {

    private SettingsCheck() {}

    /**
     * @param page the settings page's values
     * @throws SettingsException naming the setting, what it may be, and where it is set; holds no password
     */
    public static LintelConfig check(SettingsFile file, Map<String, String> page) {
        return check(file, file.resolve(page));
    }

    static LintelConfig check(SettingsFile file, ResolvedSettings resolved) {
        LintelConfig config = file.load(resolved);
        try {
            SettingsMapper.check(config);
            DoorSettingsMapper.checkBoard(config);
        } catch (SettingsException e) {
            throw resolved.located(e);
        } catch (LintelException e) {
            throw resolved.located(new SettingsException(String.valueOf(e.getMessage()), e.remedy(), e));
        }
        return config;
    }
}
