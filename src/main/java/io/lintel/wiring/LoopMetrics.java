package io.lintel.wiring;

import io.lintel.access.Decision;
import io.lintel.access.loop.FrameOutcome;
import io.lintel.access.loop.LoopMeter;
import io.lintel.access.loop.PipelineStage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The vision loop's numbers for Prometheus. */
final class LoopMetrics implements LoopMeter {

    private final MeterRegistry registry;
    private final List<Timer> stages;
    private final List<Timer> frames;
    private final AtomicInteger faces = new AtomicInteger();

    LoopMetrics(MeterRegistry registry) {
        this.registry = registry;
        stages = timers("lintel.stage", "time of each stage of a frame's way", "stage", PipelineStage.values());
        frames = timers("lintel.frame", "frames by what became of them, and their time", "fate", FrameOutcome.values());
        registry.gauge("lintel.faces.in.view", faces);
    }

    private List<Timer> timers(String name, String description, String tag, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Timer.builder(name)
                        .description(description)
                        .tag(tag, value.name().toLowerCase(Locale.ROOT))
                        .register(registry))
                .toList();
    }

    @Override
    public void stage(PipelineStage stage, long nanos) {
        stages.get(stage.ordinal()).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void frame(FrameOutcome fate, long nanos) {
        frames.get(fate.ordinal()).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void facesInView(int count) {
        faces.set(count);
    }

    @Override
    public void decision(Decision decision, boolean unlocked, long sinceCaptureNanos) {
        Timer.builder("lintel.decision")
                .description("decisions, and the time from the deciding frame's capture to the relay")
                .tag("code", decision.code())
                .tag("unlocked", Boolean.toString(unlocked))
                .publishPercentiles(0.5, 0.95)
                .register(registry)
                .record(sinceCaptureNanos, TimeUnit.NANOSECONDS);
    }
}
