package io.lintel.wiring;

import io.lintel.camera.CaptureCounters;
import io.lintel.camera.CaptureLoop;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The camera's counters for Prometheus. */
final class CameraMetrics implements MeterBinder {

    private final CaptureLoop camera;

    CameraMetrics(CaptureLoop camera) {
        this.camera = camera;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "read", CaptureCounters::read);
        counter(registry, "replaced", CaptureCounters::replaced);
        counter(registry, "garbage", CaptureCounters::garbage);
        counter(registry, "reconnects", CaptureCounters::reconnects);
        Gauge.builder("lintel.camera.live", camera, capture -> capture.status().isLive() ? 1 : 0)
                .description("1 while pictures arrive")
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, ToDoubleFunction<CaptureCounters> value) {
        FunctionCounter.builder("lintel.camera." + name, camera, capture -> value.applyAsDouble(capture.counters()))
                .description("camera counter: " + name)
                .register(registry);
    }
}
