package io.lintel.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands the framework the values that Lintel has read and checked itself, above the environment and system properties that they already
 * include. The framework expands {@code ${…}}; here each {@code $} is written so that it comes out as it is. Found by the service loader.
 */
public final class SettingsInForce implements ConfigSource {

    /** Above system properties (400), whose values are already in it. */
    private static final int RANK = 450;

    private static final Pattern BACKSLASHES_BEFORE_DOLLAR = Pattern.compile("\\\\+(?=\\$)");

    private static volatile Map<String, String> values = Map.of();

    /** Before the framework starts. */
    public static void use(ResolvedSettings settings) {
        Map<String, String> escaped = new TreeMap<>();
        settings.texts().forEach((key, text) -> escaped.put(key, unexpanded(text)));
        values = Map.copyOf(escaped);
    }

    /**
     * SmallRye Config reads {@code $$} as a dollar, and before that takes {@code \$} for one too. So backslashes before a dollar are
     * written as the default of a setting that there is not.
     */
    static String unexpanded(String text) {
        return BACKSLASHES_BEFORE_DOLLAR
                .matcher(text.replace("$", "$$"))
                .replaceAll(found -> Matcher.quoteReplacement("${lintel-none:" + found.group() + "}"));
    }

    @Override
    public int getOrdinal() {
        return RANK;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return "Lintel's settings";
    }
}
