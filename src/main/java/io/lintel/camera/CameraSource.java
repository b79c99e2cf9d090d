package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A camera that can be opened again and again.
 *
 * @param name for people, without password
 * @param cameras makes a camera that is not open yet; never throws
 * @param watch sees it come back
 */
public record CameraSource(String name, Supplier<Camera> cameras, ReturnWatch watch) {

    /**
     * The source that the settings name. Whether it is there is found out when it is opened.
     *
     * @throws CameraException if the address is not understood
     */
    public static CameraSource of(CameraSettings settings, MonotonicClock clock) {
        NativeLibraries.loadOpenCv();
        return switch (CameraAddress.parse(settings.address())) {
            case CameraAddress.Device(var node) ->
                new CameraSource(node.toString(), () -> new V4l2Camera(node, settings, clock), ReturnWatch.file(node));
            case CameraAddress.Recording(var file) ->
                ffmpeg(new FfmpegInput.File(file), settings, ReturnWatch.file(file));
            case CameraAddress.Stream(var url) ->
                ffmpeg(new FfmpegInput.Url(url), settings, ReturnWatch.host(url.host(), url.port()));
            case CameraAddress.Images(var folder) ->
                new CameraSource(
                        "pictures in " + folder,
                        () -> new ImageFolderCamera(folder, settings, clock),
                        ReturnWatch.file(folder));
            case CameraAddress.Demo() -> demo(settings, clock);
            case CameraAddress.Auto(var orDemo) ->
                new AutoSource(
                                () -> VideoDevices.in(Path.of("/dev")),
                                node -> new V4l2Camera(node, settings, clock),
                                orDemo ? Optional.of(demo(settings, clock).cameras()) : Optional.empty())
                        .asSource();
        };
    }

    private static CameraSource ffmpeg(FfmpegInput input, CameraSettings settings, ReturnWatch watch) {
        return new CameraSource(input.name(), () -> new FfmpegCamera(input, settings), watch);
    }

    private static CameraSource demo(CameraSettings settings, MonotonicClock clock) {
        return new CameraSource(
                "demo",
                () -> new ClipCamera("demo", () -> DemoClips.find(settings.demoFolder()), settings, clock),
                ReturnWatch.never());
    }
}
