package io.lintel.camera;

/**
 * What a capture loop has counted since its start.
 *
 * @param read pictures that arrived, garbage not counted
 * @param repeated of these, pictures of a sensor that equal the one before; they are not handed on
 * @param replaced frames that nobody looked at because a newer one came
 * @param garbage transfers that were no picture
 * @param reconnects attempts to open the camera again
 * @param abandoned threads that hang in a driver now
 */
public record CaptureCounters(long read, long repeated, long replaced, long garbage, long reconnects, int abandoned) {}
