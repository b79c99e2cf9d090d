package io.lintel.site;

/** Something that was changed here and has yet to be sent. @param number rises with each further change */
record LocalChange(SiteKind kind, long local, long number) {}
