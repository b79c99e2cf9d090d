package io.lintel.access.evidence;

/**
 * The threshold in force and what it means.
 *
 * @param threshold least score of a match
 * @param fmr false match rate per comparison at that threshold, by the embedder's table
 * @param fpir chance that a stranger's visit ends in a false match, comparisons and tries taken as independent
 * @param comparisons how many scores each look gets
 * @param measured false when the rate lies beyond what was measured and is an extrapolation
 */
public record OperatingPoint(double threshold, double fmr, double fpir, int comparisons, boolean measured) {}
