package io.lintel.service;

/** A picture to look up. */
public sealed interface LookupPicture {

    /** What answers call it. */
    String label();

    /** A photo on the disk. */
    record Photo(PhotoFile file) implements LookupPicture {

        @Override
        public String label() {
            return file.name();
        }
    }

    /** What the door's camera sees now. */
    record CameraPicture() implements LookupPicture {

        @Override
        public String label() {
            return "the camera's picture";
        }
    }
}
