package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;

/** What a command finds when the house is up. */
@Unremovable
@ApplicationScoped
public class House {

    private final LintelConfig config;

    public House(LintelConfig config) {
        this.config = config;
    }

    public LintelConfig config() {
        return config;
    }
}
