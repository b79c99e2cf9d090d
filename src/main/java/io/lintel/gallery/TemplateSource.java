package io.lintel.gallery;

/** Where a template's picture came from. Stored by name: never rename one. */
public enum TemplateSource {
    PHOTO,
    CAMERA
}
