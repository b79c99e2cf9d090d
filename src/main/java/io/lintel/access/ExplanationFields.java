package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.LivenessSummary;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.audit.AuditDetails;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.SiteResemblance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as flat keys and values in reading order: {@code String}, {@code Long} or {@code Double} only. Rounded to four significant
 * digits. Written by hand: no reflection, so that it is the same in a native image.
 */
public record ExplanationFields(SequencedMap<String, Object> values) {

    private static final MathContext DIGITS = new MathContext(4);

    public ExplanationFields {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    static ExplanationFields of(Explanation explanation) {
        SequencedMap<String, Object> to = new LinkedHashMap<>();
        to.put("track", explanation.trackId());
        to.put("attempt", (long) explanation.attempt());
        to.put("frame", explanation.timing().frameSequence());
        to.put("frame_age_ms", explanation.timing().frameAgeMillis());
        to.put("since_first_face_ms", explanation.timing().sinceFirstFaceMillis());
        EvidenceSummary tally = explanation.tally();
        if (tally != null) {
            put(to, tally);
            to.put("required_margin", rounded(explanation.rules().margin()));
        }
        to.put("liveness_rule", explanation.rules().liveness().describe());
        if (explanation.rules().liveness() instanceof LivenessPolicy.Required required) {
            to.put("liveness_level", rounded(required.level()));
            to.put("liveness_bound", rounded(required.test().liveBound()));
            to.put("attack_bound", rounded(-required.test().attackBound()));
        }
        FaceQuality quality = explanation.quality();
        if (quality != null) {
            put(to, quality);
            to.put("distance_m", rounded(explanation.metres()));
        }
        Wait wait = explanation.imposedWait();
        if (wait != null) {
            to.put("wait_for", wait.reason().code());
            to.put("wait_tries", (long) wait.tries());
            to.put("wait_s", wait.seconds());
            to.put("wait_until", wait.until().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!explanation.proofs().isEmpty()) {
            to.put("proofs", String.join("; ", explanation.proofs()));
        }
        to.put("models", explanation.rules().modelIds());
        return new ExplanationFields(to);
    }

    private static void put(SequencedMap<String, Object> to, EvidenceSummary tally) {
        put(to, "best", tally.best());
        to.put("best_cosine", rounded(tally.bestCosine()));
        put(to, "runner_up", tally.runnerUp());
        to.put("margin", rounded(tally.margin()));
        OperatingPoint point = tally.point();
        to.put("threshold", rounded(point.threshold()));
        to.put("threshold_fmr", rounded(point.fmr()));
        to.put("threshold_fpir", rounded(point.fpir()));
        to.put("threshold_measured", Boolean.toString(point.measured()));
        to.put("threshold_population", point.population());
        if (!Double.isNaN(tally.sustainedScore())) {
            to.put("sustained_score", rounded(tally.sustainedScore()));
        }
        SiteResemblance site = tally.site();
        to.put("site_share", rounded(site.share()));
        if (site.isMeasured()) {
            to.put("site_resemblance", rounded(site.mean()));
            to.put("site_deviation", rounded(site.deviation()));
            to.put("site_highest", rounded(site.highest()));
            to.put("site_pairs", site.pairs());
        }
        to.put("votes", (long) tally.votes());
        to.put("voters", (long) tally.voters());
        to.put("looks", (long) tally.looks());
        to.put("near_looks", (long) tally.nearLooks());
        to.put("looked_for_ms", tally.sinceFirstNanos() / 1_000_000);
        LivenessSummary liveness = tally.liveness();
        to.put("liveness_frames", (long) liveness.answers());
        if (liveness.answers() > 0) {
            to.put("liveness", rounded(liveness.mean()));
        }
        if (liveness.asked() > 0) {
            to.put("liveness_evidence", rounded(liveness.evidence()));
        }
        to.put("gallery_persons", (long) tally.persons());
        to.put("gallery_templates", (long) tally.templates());
    }

    private static void put(SequencedMap<String, Object> to, String key, @Nullable Candidate candidate) {
        if (candidate != null) {
            to.put(key, candidate.person().value());
            to.put(key + "_score", rounded(candidate.score()));
        }
    }

    private static void put(SequencedMap<String, Object> to, FaceQuality quality) {
        to.put("eye_distance_px", rounded(quality.interOcularPixels()));
        to.put("sharpness", rounded(quality.sharpness()));
        to.put("brightness", rounded(quality.brightness()));
        to.put("contrast", rounded(quality.contrast()));
        to.put("yaw", rounded(quality.pose().yaw()));
        to.put("pitch", rounded(quality.pose().pitch()));
        to.put("roll", rounded(quality.pose().roll()));
        if (!quality.isGoodEnough()) {
            to.put(
                    "flaws",
                    quality.flaws().stream().map(QualityFlaw::name).sorted().collect(Collectors.joining(",")));
        }
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0.0;
    }

    /** The same as the details of an audit row; {@link AuditDetails#json} makes one flat JSON object of them. */
    public AuditDetails toDetails() {
        AuditDetails details = new AuditDetails();
        values.forEach((key, value) -> {
            switch (value) {
                case Long number -> details.put(key, number.longValue());
                case Double number -> details.put(key, number.doubleValue());
                default -> details.put(key, value.toString());
            }
        });
        return details;
    }
}
