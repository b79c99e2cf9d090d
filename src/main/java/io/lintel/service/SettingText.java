package io.lintel.service;

import java.util.regex.Pattern;

/** A value as others may see it and the log keeps it: without passwords in addresses. */
final class SettingText {

    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");
    private static final Pattern SECRET_PATH = Pattern.compile("(https?://[^/\\s]+)/.+");

    private SettingText() {}

    static String masked(String key, String value) {
        String text = CREDENTIALS.matcher(value).replaceAll("://…@");
        // The address of a webhook often is its own password.
        return key.equals("lintel.alarm.webhook.url")
                ? SECRET_PATH.matcher(text).replaceAll("$1/…")
                : text;
    }
}
