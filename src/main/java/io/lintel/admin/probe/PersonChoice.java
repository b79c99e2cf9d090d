package io.lintel.admin.probe;

import io.quarkus.qute.TemplateData;

/** Somebody to choose from a list. */
@TemplateData
public record PersonChoice(long id, String name, boolean chosen) {}
