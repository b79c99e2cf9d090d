package io.lintel.site;

import io.lintel.storage.Database;

/** Whether this box is in a site. Each method is one transaction. Thread-safe. */
public final class SiteStateStore {

    private final Database database;
    private final SharedObjectStore objects = new SharedObjectStore();

    public SiteStateStore(Database database) {
        this.database = database;
    }

    /** From now on changes are marked; what is here already is marked too. */
    public void join() {
        database.write(sql -> {
            objects.join(sql);
            return true;
        });
    }

    /** Forgets the site; what it shared stays, as this box's own. */
    public void leave() {
        database.write(sql -> {
            objects.leave(sql);
            return true;
        });
    }
}
