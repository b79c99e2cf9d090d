package io.lintel.gallery;

import io.lintel.system.LintelException;

/** Something asked of the gallery that it cannot do as it was asked. */
public final class GalleryException extends LintelException {

    private static final long serialVersionUID = 1L;

    public GalleryException(String what, String remedy) {
        super(what, remedy);
    }

    static GalleryException noSuchPerson(PersonId id) {
        return new GalleryException(
                "There is no person with the number " + id, "look who is enrolled: lintel people list");
    }

    static GalleryException lastTemplate() {
        return new GalleryException(
                "This is the last template: without it the person cannot be recognised",
                "add another picture first, or disable or delete the person");
    }
}
