package io.lintel.alarm;

/**
 * One thing to tell somebody outside. Immutable.
 *
 * @param id unique, and the same at each attempt to deliver it: receivers drop what they have seen
 * @param json a JSON object, one line, UTF-8
 */
public record Notification(String id, String json) {}
