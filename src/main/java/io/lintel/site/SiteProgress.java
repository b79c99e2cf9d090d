package io.lintel.site;

/**
 * How far this box's copy has come.
 *
 * @param bucket when the bucket was made; empty before the first connection
 * @param revision of the bucket, up to which its changes are here
 */
public record SiteProgress(String bucket, long revision) {}
