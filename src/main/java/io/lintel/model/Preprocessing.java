package io.lintel.model;

/**
 * How a picture becomes a model's input tensor: float32, layout NCHW (batch, channel, row, column), each
 * element {@code (pixel - mean) / std} with pixel in 0..255.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Preprocessing(int width, int height, ChannelOrder channels, double mean, double std) {}
