package io.lintel.evaluation.data;

/**
 * A comparison that a data set asks for.
 *
 * @param first index of a picture of the data set
 * @param second index of another one
 * @param fold which part of a cross-validation it belongs to, from 0
 */
public record PicturePair(int first, int second, boolean same, int fold) {}
