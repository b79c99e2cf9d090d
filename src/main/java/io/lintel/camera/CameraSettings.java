package io.lintel.camera;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an installer chooses about the camera.
 *
 * @param address where the pictures come from, see {@link CameraAddress}; default {@code auto}
 * @param width pixels asked of a V4L2 device; default 1280. The device answers with the nearest that it has
 * @param height pixels asked of a V4L2 device; default 720
 * @param framesPerSecond asked of a V4L2 device, the upper limit for network streams, and the pace of a folder of
 *     pictures; default 15: enough for several looks at a face that walks up, at half the load of 30
 * @param longestSide pictures with a longer side, in pixels, are scaled down before anything looks at them; default 1280
 * @param ffmpeg program for files and streams, name or path; default {@code ffmpeg}; 5.1 or newer
 * @param demoFolder folder with {@code clips/*.avi}; null (default): {@code config/demo} of the installation
 * @param repeat whether a recording starts again at its end; default true
 * @param realTime whether recordings play at their own pace; default true. False plays them as fast as they can be
 *     decoded, for measurements
 * @param orientation how the pictures are turned, {@code width} and {@code height} being those of before; default: not at all
 * @param transport how an RTSP camera's pictures travel; default {@code AUTO}
 */
public record CameraSettings(
        String address,
        int width,
        int height,
        int framesPerSecond,
        int longestSide,
        String ffmpeg,
        @Nullable Path demoFolder,
        boolean repeat,
        boolean realTime,
        PictureOrientation orientation,
        RtspTransport transport) {

    private static final CameraSettings DEFAULTS = new CameraSettings(
            "auto", 1280, 720, 15, 1280, "ffmpeg", null, true, true, PictureOrientation.UPRIGHT, RtspTransport.AUTO);

    /** @throws CameraException naming what does not fit; holds no password */
    public CameraSettings {
        CameraAddress.parse(address);
        requireWithin("width", width, 160, 7680);
        requireWithin("height", height, 120, 4320);
        requireWithin("frames-per-second", framesPerSecond, 1, 120);
        requireWithin("longest-side", longestSide, 160, 7680);
    }

    public static CameraSettings defaults() {
        return DEFAULTS;
    }

    public CameraSettings withAddress(String other) {
        return new CameraSettings(
                other,
                width,
                height,
                framesPerSecond,
                longestSide,
                ffmpeg,
                demoFolder,
                repeat,
                realTime,
                orientation,
                transport);
    }

    public CameraSettings withFfmpeg(String other) {
        return new CameraSettings(
                address,
                width,
                height,
                framesPerSecond,
                longestSide,
                other,
                demoFolder,
                repeat,
                realTime,
                orientation,
                transport);
    }

    public CameraSettings withDemoFolder(@Nullable Path other) {
        return new CameraSettings(
                address,
                width,
                height,
                framesPerSecond,
                longestSide,
                ffmpeg,
                other,
                repeat,
                realTime,
                orientation,
                transport);
    }

    public CameraSettings withPlayback(boolean repeats, boolean inRealTime) {
        return new CameraSettings(
                address,
                width,
                height,
                framesPerSecond,
                longestSide,
                ffmpeg,
                demoFolder,
                repeats,
                inRealTime,
                orientation,
                transport);
    }

    public CameraSettings withOrientation(PictureOrientation other) {
        return new CameraSettings(
                address,
                width,
                height,
                framesPerSecond,
                longestSide,
                ffmpeg,
                demoFolder,
                repeat,
                realTime,
                other,
                transport);
    }

    public CameraSettings withTransport(RtspTransport other) {
        return new CameraSettings(
                address,
                width,
                height,
                framesPerSecond,
                longestSide,
                ffmpeg,
                demoFolder,
                repeat,
                realTime,
                orientation,
                other);
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new CameraException(
                    "lintel.camera." + what + "=" + value + " is out of range",
                    "choose a number from " + least + " to " + most);
        }
    }
}
