package io.lintel.gallery;

/** Whether an enrolled person counts at a moment. All are matched, so that a denial can say why. */
public enum PersonStatus {
    ACTIVE,
    DISABLED,
    NOT_YET_VALID,
    EXPIRED
}
