package io.lintel.lab;

import io.lintel.storage.Database;

/** Fills a scratch log as fast as SQLite can: what a busy door writes in some years. */
final class PageBenchStore {

    private static final int ROWS_AT_ONCE = 100_000;

    /** Of ten events four are grants and two denials; the others are the door's own. Half a second lies between two. */
    private static final String FILL = """
            INSERT INTO audit_event (at, kind, person, reason, actor, details)
            WITH RECURSIVE counter (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM counter WHERE n < ?)
            SELECT ? + n * 500,
                CASE n % 10 WHEN 0 THEN 'ACCESS_GRANTED' WHEN 2 THEN 'ACCESS_GRANTED' WHEN 4 THEN 'ACCESS_GRANTED'
                    WHEN 6 THEN 'ACCESS_GRANTED' WHEN 8 THEN 'ACCESS_DENIED' WHEN 9 THEN 'ACCESS_DENIED'
                    WHEN 1 THEN 'DOOR_UNLOCKED' WHEN 3 THEN 'DOOR_OPENED' WHEN 5 THEN 'DOOR_CLOSED' ELSE 'DOOR_LOCKED' END,
                CASE WHEN n % 10 IN (0, 2, 4, 6, 8) THEN 1 + (n * 7919) % ? END,
                CASE n % 10 WHEN 8 THEN 'spoof' WHEN 9 THEN 'unknown' WHEN 1 THEN 'unlocked' WHEN 3 THEN 'opened'
                    WHEN 5 THEN 'closed' WHEN 7 THEN 'locked' END,
                'door',
                CASE WHEN n % 10 IN (1, 3, 5, 7)
                    THEN '{"door_event":' || n || ',"state":"LOCKED","mode":"NORMAL","cause":"TIMER pulse"}'
                    ELSE '{"track":' || n || ',"attempt":1,"frame":' || n || ',"frame_age_ms":31,"since_first_face_ms":412,"best":'
                        || (1 + (n * 7919) % 1000) || ',"best_score":0.7312,"runner_up":3,"runner_up_score":0.4127,"margin":0.3185,'
                        || '"threshold":0.65,"threshold_fmr":9.5e-07,"threshold_fpir":0.0029,"threshold_measured":"true","votes":5,'
                        || '"voters":5,"looks":5,"near_looks":5,"looked_for_ms":201,"liveness_frames":3,"liveness":0.9712,'
                        || '"gallery_persons":1000,"gallery_templates":1000,"required_margin":0.08,"liveness_level":0.5,'
                        || '"eye_distance_px":81.2,"sharpness":312.4,"brightness":127.1,"contrast":48.3,"detail":"recognised"}' END
            FROM counter
            """;

    private PageBenchStore() {}

    /** @param persons who are in the gallery; numbered from 1 */
    static void fill(Database database, int rows, int persons, long firstMillis) {
        for (int from = 1; from <= rows; from += ROWS_AT_ONCE) {
            int first = from;
            int last = Math.min(from + ROWS_AT_ONCE - 1, rows);
            database.write(sql -> sql.update(FILL, first, last, firstMillis, persons));
        }
        database.emptyLog();
    }
}
