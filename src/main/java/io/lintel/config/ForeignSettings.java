package io.lintel.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** What the settings file says about the framework itself, such as {@code quarkus.log.level}. Found by the service loader. */
public final class ForeignSettings implements ConfigSource {

    /** Above the program's own (250), below the environment (300). */
    private static final int RANK = 260;

    private static volatile Map<String, String> values = Map.of();

    /** Before the framework starts. */
    public static void use(SettingsFile file) {
        values = Map.copyOf(file.foreign());
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
        return "Lintel's settings file";
    }
}
