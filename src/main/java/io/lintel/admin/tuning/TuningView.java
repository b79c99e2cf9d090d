package io.lintel.admin.tuning;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.wiring.DecisionInForce;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What the tuning page shows. Immutable. */
@TemplateData
public record TuningView(
        String levelInForce,
        String meaning,
        List<LevelRow> levels,
        List<Row> species,
        List<Row> visits,
        List<SignalRow> signals,
        Chart tradeOff,
        String threshold,
        String thresholdMeaning,
        Chart thresholdChart,
        List<SizeRow> sizes,
        String population,
        String measured,
        List<String> titles,
        List<String> limits) {

    /** @param inForce whether the door decides by it */
    @TemplateData
    public record LevelRow(
            String word, String level, String accepted, String refused, String refusedInterval, boolean inForce) {}

    @TemplateData
    public record Row(String what, String share, String interval, String counts) {}

    @TemplateData
    public record SignalRow(String name, String apcer, String bpcer) {}

    @TemplateData
    public record SizeRow(String people, String threshold, String fmr, String fpir) {}

    static TuningView of(DecisionInForce force, MeasuredReport report, IntFunction<OperatingPoint> forGallery) {
        double level = force.liveness() instanceof LivenessPolicy.Required required ? required.level() : Double.NaN;
        return new TuningView(
                Double.isNaN(level) ? "off" : LivenessFigures.word(level),
                LivenessFigures.meaning(level, report),
                LivenessFigures.levels(level, report),
                LivenessFigures.species(report),
                LivenessFigures.visits(report),
                LivenessFigures.signals(report),
                LivenessFigures.tradeOff(level, report),
                String.format(Locale.ROOT, "%.3f", force.point().threshold()),
                ThresholdFigures.meaning(force),
                ThresholdFigures.chart(force),
                ThresholdFigures.sizes(forGallery),
                force.table().population(),
                report.date(),
                report.titles(),
                report.limits());
    }
}
