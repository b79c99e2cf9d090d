package io.lintel.access.evidence;

import io.lintel.gallery.SiteResemblance;
import io.lintel.model.EmbedderProfile.AssumedSite;

/**
 * What a score means at one site, by the people enrolled there: a normal distribution through the scores of different people. An estimate: the pairs share
 * people, and a normal tail is an assumption. Immutable.
 *
 * @param mean score of two different people
 * @param deviation standard deviation of such scores, of single samples
 * @param population on whom it was measured, in words
 */
record SiteTail(double mean, double deviation, String population) {

    /** @param assumed what holds where too few people are enrolled to tell, and how single samples scatter */
    static SiteTail of(SiteResemblance site, AssumedSite assumed) {
        if (!site.isMeasured()) {
            return new SiteTail(assumed.mean(), assumed.deviation(), assumed.population());
        }
        return new SiteTail(
                site.mean(),
                Math.hypot(site.deviation(), assumed.sampleDeviation()),
                "the " + site.people() + " people of this site (" + site.pairs() + " pairs; normal tail, estimated)");
    }

    /** How often a stranger's sample scores at least so high with one person. */
    double fmrAt(double score) {
        return NormalTail.beyond((score - mean) / deviation);
    }

    /** The score that a stranger's sample reaches so often, at most 0.99. */
    double scoreAt(double fmr) {
        return Math.min(0.99, mean + deviation * NormalTail.quantile(fmr));
    }
}
