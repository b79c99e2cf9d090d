package io.lintel.site;

/**
 * Something that is shared.
 *
 * @param local its number on this box
 * @param id that it has everywhere
 * @param revision of the bucket, with which it is here; 0 if it is not in the bucket yet
 * @param version counts its changes, whatever becomes of the bucket
 * @param digest of the document with that version
 */
record SharedObject(SiteKind kind, long local, String id, long revision, long version, String digest) {

    /** As it is once the bucket holds a document of it. */
    SharedObject with(long newRevision, SharedDocument document) {
        return new SharedObject(kind, local, id, newRevision, document.version(), document.digest());
    }

    String key() {
        return kind.key(id);
    }
}
