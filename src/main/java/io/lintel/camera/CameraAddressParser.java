package io.lintel.camera;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link CameraAddress}, and says what was probably meant when it cannot. */
final class CameraAddressParser {

    /** Containers that an ordinary ffmpeg opens. Anything else is more likely a slip than a video. */
    private static final Set<String> VIDEO_ENDINGS = Set.of(
            "mp4", "mkv", "avi", "mov", "webm", "m4v", "mpg", "mpeg", "ts", "mjpeg", "mjpg", "flv", "wmv", "3gp");

    private static final List<String> SCHEMES = List.of("rtsp", "rtsps", "http", "https");
    private static final List<String> WORDS = List.of("auto", "v4l2", "demo", "images:folder", "v4l2:0", "/dev/video0");
    private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z0-9+.-]+)://?.*");
    private static final Pattern V4L2 = Pattern.compile("v4l2:(?:/dev/)?(?:video)?(\\d{1,3})");
    private static final Pattern DEVICE = Pattern.compile("/dev/(video\\d{1,3}|v4l/by-(id|path)/[^/]+)");

    private CameraAddressParser() {}

    static CameraAddress parse(String text) {
        Matcher v4l2 = V4L2.matcher(text);
        if (text.equals("auto") || text.equals("v4l2")) {
            return new CameraAddress.Auto(text.equals("auto"));
        } else if (text.equals("demo")) {
            return new CameraAddress.Demo();
        } else if (text.startsWith("images:")) {
            return new CameraAddress.Images(path(text, text.substring("images:".length())));
        } else if (v4l2.matches()) {
            return new CameraAddress.Device(Path.of("/dev/video" + v4l2.group(1)));
        } else if (DEVICE.matcher(text).matches()) {
            return new CameraAddress.Device(Path.of(text));
        } else if (SCHEMES.stream().anyMatch(scheme -> text.startsWith(scheme + "://"))) {
            return new CameraAddress.Stream(StreamUrl.parse(text));
        } else if (!WITH_SCHEME.matcher(text).matches()
                && !text.startsWith("/dev/")
                && VIDEO_ENDINGS.contains(FileNames.ending(text))) {
            return new CameraAddress.Recording(path(text, text));
        }
        throw misunderstood(text);
    }

    private static Path path(String text, String path) {
        try {
            if (!path.isBlank()) {
                return Path.of(path);
            }
        } catch (InvalidPathException e) {
            throw new CameraException("camera address \"" + text + "\" is not a path", "correct it", e);
        }
        throw misunderstood(text);
    }

    private static CameraException misunderstood(String text) {
        return new CameraException(
                "camera address \"" + StreamUrl.redact(text) + "\" is not understood",
                suggestion(text)
                        + "possible are auto, v4l2, demo, /dev/video0, a video file (mp4, mkv, avi, …), images:folder, http://…, https://…, rtsp://…");
    }

    private static String suggestion(String text) {
        Matcher withScheme = WITH_SCHEME.matcher(text);
        if (withScheme.matches()) {
            return "did you mean "
                    + Spelling.nearest(withScheme.group(1), SCHEMES).orElse("rtsp") + "://…? ";
        } else if (text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
            return "did you mean /dev/video" + text + "? ";
        } else if (text.startsWith("/dev/")) {
            return "did you mean /dev/video0? ";
        }
        return Spelling.nearest(text, WORDS)
                .map(word -> "did you mean " + word + "? ")
                .orElse("");
    }
}
