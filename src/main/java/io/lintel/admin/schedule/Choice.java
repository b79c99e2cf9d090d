package io.lintel.admin.schedule;

import io.quarkus.qute.TemplateData;

/** Something to tick or to choose from a list. */
@TemplateData
public record Choice(long id, String name, String text, boolean chosen) {}
