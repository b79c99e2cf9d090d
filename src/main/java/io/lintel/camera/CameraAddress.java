package io.lintel.camera;

import java.nio.file.Path;

/** Where pictures come from, as an installer writes it. Says nothing about whether it exists or answers. */
public sealed interface CameraAddress {

    /** A V4L2 capture device: {@code /dev/video0}, {@code /dev/v4l/by-id/…}, {@code v4l2:0}. */
    record Device(Path node) implements CameraAddress {}

    /** A video file: {@code /srv/door.mp4}. */
    record Recording(Path file) implements CameraAddress {}

    /** A network camera or a file on a web server: {@code rtsp://…}, {@code http://…}. */
    record Stream(StreamUrl url) implements CameraAddress {}

    /** A folder of pictures: {@code images:/srv/pictures}. */
    record Images(Path folder) implements CameraAddress {}

    /** The bundled clips of invented people: {@code demo}. */
    record Demo() implements CameraAddress {}

    /** The first V4L2 device that delivers: {@code v4l2}; or else the demo: {@code auto}. */
    record Auto(boolean orDemo) implements CameraAddress {}

    /**
     * Reads an address.
     *
     * @throws CameraException if the text is none of these; names the nearest right one, and no password
     */
    static CameraAddress parse(String text) {
        return CameraAddressParser.parse(text.strip());
    }
}
