package io.lintel.access.evidence;

/**
 * The threshold in force and what it means.
 *
 * @param threshold least score of a match
 * @param fmr false match rate per comparison at that threshold: the larger of what the embedder's table and what the site's own people say
 * @param fpir chance that a stranger's visit ends in a false match, comparisons and tries taken as independent
 * @param comparisons how many scores each look gets
 * @param measured false when the rate lies beyond what was measured, or is an estimate
 * @param population on whom the rates were measured, in words
 */
public record OperatingPoint(
        double threshold, double fmr, double fpir, int comparisons, boolean measured, String population) {}
