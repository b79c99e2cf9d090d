package io.lintel.evaluation;

import java.util.EnumMap;
import java.util.Map;

/** All signals of one frame, or of one stretch of a track. */
record SignalSample(String subject, boolean isLive, Map<Signal, Double> values) {

    SignalSample {
        values = values.isEmpty() ? new EnumMap<>(Signal.class) : new EnumMap<>(values);
    }

    double value(Signal signal) {
        return values.getOrDefault(signal, 0.0);
    }
}
