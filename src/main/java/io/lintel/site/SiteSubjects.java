package io.lintel.site;

/** What things of a site are called at the server (docs/decisions/0233-many-doors.md). */
public final class SiteSubjects {

    /** The key-value bucket of what all boxes share. */
    public static final String SHARED = "lintel-site";

    /** The key-value bucket in which each box says how it is. */
    public static final String BOXES = "lintel-boxes";

    /** The stream of the rows of all boxes' logs. */
    public static final String LOG = "lintel-log";

    private static final String LOG_PREFIX = "lintel.log.";

    private SiteSubjects() {}

    /** The stream beneath a bucket. */
    public static String streamOf(String bucket) {
        return "KV_" + bucket;
    }

    /** Where the value of a key is published. */
    public static String subjectOf(String bucket, String key) {
        return "$KV." + bucket + "." + key;
    }

    public static String log(String box) {
        return LOG_PREFIX + box;
    }

    public static String allLogs() {
        return LOG_PREFIX + "*";
    }

    /** Whose log a subject is of. */
    public static String boxOf(String logSubject) {
        return logSubject.substring(LOG_PREFIX.length());
    }
}
