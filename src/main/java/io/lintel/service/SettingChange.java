package io.lintel.service;

import io.lintel.config.SettingOrigin;
import io.lintel.service.ServiceException.Reason;

/** What page and REST may not do to a setting, whatever its values. */
final class SettingChange {

    private static final int LONGEST = 1000;

    private SettingChange() {}

    /** What somebody typed, without space around it. @throws ServiceException if it is too long for any setting */
    static String bounded(String key, String value) {
        String wanted = value.strip();
        if (wanted.length() > LONGEST) {
            throw new ServiceException(
                    Reason.INVALID,
                    "The value of " + key + " is too long",
                    "no setting needs " + LONGEST + " characters");
        }
        return wanted;
    }

    /** @throws ServiceException if it is not for this page to change */
    static void allow(Setting setting) {
        if (!setting.fixed().isEmpty()) {
            throw new ServiceException(
                    Reason.NOT_ALLOWED, "This page does not change " + setting.key(), setting.fixed());
        }
        if (setting.origin() == SettingOrigin.ENVIRONMENT) {
            throw new ServiceException(
                    Reason.CONFLICT,
                    setting.key() + " is set by the environment, which outranks this page",
                    "change it where Lintel is started, such as 'systemctl edit lintel'");
        }
    }
}
