package io.lintel.service;

import io.lintel.system.AddressText;
import java.util.Set;
import java.util.regex.Pattern;

/** A value as others may see it and the log keeps it: without passwords in addresses. */
final class SettingText {

    private static final Set<String> SECRET_ADDRESSES = Set.of("lintel.alarm.webhook.url", "lintel.holidays.calendar");
    private static final Pattern SECRET_PATH = Pattern.compile("(https?://[^/\\s]+)/.+");

    private SettingText() {}

    static String masked(String key, String value) {
        String text = AddressText.masked(value);
        // The address of a webhook, or of a calendar that is shared by a link, often is its own password.
        return SECRET_ADDRESSES.contains(key) ? SECRET_PATH.matcher(text).replaceAll("$1/…") : text;
    }
}
