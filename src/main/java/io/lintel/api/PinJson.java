package io.lintel.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** @param pin 4 to 10 digits */
@RegisterForReflection
public record PinJson(@Nullable String pin) {}
