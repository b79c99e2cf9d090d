package io.lintel.gallery;

import java.nio.file.Path;

/** Another process that enrols somebody while the door runs. */
final class AddOnePerson {

    private AddOnePerson() {}

    public static void main(String[] arguments) {
        try (TestGallery other = TestGallery.open(Path.of(arguments[0]))) {
            other.add("Added beside", TestGallery.towards(0, 0, 1));
        }
    }
}
