package io.lintel.service;

/** A picture to look up. */
public sealed interface LookupPicture {

    /** What answers call it. */
    String label();

    /** Whether the answer says how live the face looks: that takes one network more for each liveness model. */
    boolean withLiveness();

    /** A photo on the disk. */
    record Photo(PhotoFile file, boolean withLiveness) implements LookupPicture {

        public Photo(PhotoFile file) {
            this(file, true);
        }

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

        @Override
        public boolean withLiveness() {
            return true;
        }
    }
}
