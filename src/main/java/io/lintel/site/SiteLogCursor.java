package io.lintel.site;

/**
 * How far this box's log was sent.
 *
 * @param row that the server has acknowledged last; 0: none
 * @param sequence of its message in the stream
 */
record SiteLogCursor(long row, long sequence) {}
