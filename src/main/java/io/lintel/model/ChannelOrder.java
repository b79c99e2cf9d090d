package io.lintel.model;

/** The order of a colour picture's channels in a model's input. */
public enum ChannelOrder {
    RGB,
    /** The order in which OpenCV keeps pictures. */
    BGR
}
