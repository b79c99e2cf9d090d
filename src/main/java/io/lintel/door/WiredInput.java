package io.lintel.door;

/** A contact and how it rests. */
public record WiredInput(BinaryInput line, ContactType contact) {}
