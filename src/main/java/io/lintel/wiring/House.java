package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** What a command finds when the house is up. */
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
