package io.lintel.admin.tuning;

import io.lintel.admin.page.DisplayTime;
import io.lintel.service.tuning.Weakness;
import java.time.ZoneId;
import java.util.Locale;

/** Why somebody may be hard to recognise, in words. */
final class WeaknessText {

    private WeaknessText() {}

    static String of(Weakness weakness, ZoneId zone) {
        return switch (weakness) {
            case Weakness.NoTemplate() -> "Has no template of the embedder in use and must enrol again";
            case Weakness.SingleShot() -> "Was enrolled with one picture; with three the door misses fewer";
            case Weakness.OldTemplates(var newest) ->
                "The newest picture was enrolled more than three years ago, " + DisplayTime.text(newest, zone);
            case Weakness.NarrowScores(double middle, double threshold, int visits) ->
                "Is let in narrowly: the middle score of " + visits + " visits was " + text(middle) + ", where "
                        + text(threshold) + " was needed";
            case Weakness.NearMisses(int visits) ->
                "Was possibly missed: " + visits
                        + " faces that came near theirs were not recognised, theirs or those of strangers";
        };
    }

    private static String text(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
