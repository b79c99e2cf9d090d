package io.lintel.admin.log;

import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.benchmark.Rate;
import io.lintel.gallery.Person;
import io.lintel.service.Snapshots;
import io.lintel.service.tuning.TuningService;
import io.lintel.service.visit.VisitConfirmation;
import io.lintel.service.visit.VisitConfirmations;
import io.lintel.service.visit.VisitLearning;
import io.lintel.service.visit.VisitVerdict;
import io.quarkus.qute.TemplateData;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an operator may say about a visit, for its page.
 *
 * @param name whom the decision is about; empty where it is about nobody enrolled
 * @param said what was said about it; empty for nothing yet
 * @param advice what follows from that for the threshold; empty for nothing
 * @param proposable whether a template can be made of its picture
 * @param learnt whether one was
 * @param enrollable whether somebody new can be enrolled from its picture
 */
@TemplateData
public record VisitView(
        long seq, String name, String said, String advice, boolean proposable, boolean learnt, boolean enrollable) {

    /** For whoever may not say anything. */
    static final VisitView NONE = new VisitView(0, "", "", "", false, false, false);

    /** What the view reads from. */
    record Sources(
            VisitConfirmations confirmations, VisitLearning learning, TuningService tuning, Snapshots snapshots) {}

    static VisitView of(AuditRow row, Sources from) {
        if (!AuditKind.DECISIONS.contains(row.event().kind())) {
            return NONE;
        }
        Optional<Person> subject = from.confirmations().subject(row);
        Optional<VisitConfirmation> said = from.confirmations().of(row.seq());
        return new VisitView(
                row.seq(),
                subject.map(person -> person.name().toString()).orElse(""),
                said.map(VisitView::words).orElse(""),
                said.map(each -> advice(row, each, from.tuning())).orElse(""),
                from.learning().isPossible(row.seq()),
                from.learning().template(row.seq()).isPresent(),
                row.event().kind() == AuditKind.ACCESS_DENIED
                        && row.event().person() == null
                        && from.snapshots().has(row.seq()));
    }

    private static String words(VisitConfirmation said) {
        return said.verdict() == VisitVerdict.THEM
                ? "It was them, says " + said.actor()
                : "It was not them, says " + said.actor();
    }

    /** What a threshold would have been worth that decides this visit rightly. */
    private static String advice(AuditRow row, VisitConfirmation said, TuningService tuning) {
        OptionalDouble score = row.event().number("best_score");
        OptionalDouble threshold = row.event().number("threshold");
        if (score.isEmpty() || threshold.isEmpty()) {
            return "";
        }
        boolean granted = row.event().kind() == AuditKind.ACCESS_GRANTED;
        if (granted && said.verdict() == VisitVerdict.NOT_THEM) {
            Rate below = tuning.lastWeeks().grantedBelow(score.getAsDouble() + 1e-9);
            return "Somebody else was let in. A threshold above " + text(score.getAsDouble())
                    + " would have kept them out; " + below.events() + " of " + below.trials()
                    + " entries of the last weeks had no higher score.";
        }
        if (!granted && said.verdict() == VisitVerdict.THEM && score.getAsDouble() < threshold.getAsDouble()) {
            return "They were missed: the score was " + text(score.getAsDouble()) + ", where "
                    + text(threshold.getAsDouble())
                    + " was needed. A better template helps them alone; a lower threshold helps strangers, too.";
        }
        return "";
    }

    private static String text(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
