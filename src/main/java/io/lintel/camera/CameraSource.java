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
public record CameraSource(String name, Supplier<Camera> cameras, DeviceReturnDetector watch) {

    /**
     * The source that the settings name. Whether it is there is found out when it is opened.
     *
     * @throws CameraException if the address is not understood
     */
    public static CameraSource of(CameraSettings settings, MonotonicClock clock) {
        NativeLibraries.loadOpenCv();
        CameraSource source = asMounted(settings, clock);
        PictureOrientation orientation = settings.orientation();
        return orientation.equals(PictureOrientation.UPRIGHT)
                ? source
                : new CameraSource(
                        source.name(), () -> new OrientedCamera(source.cameras().get(), orientation), source.watch());
    }

    private static CameraSource asMounted(CameraSettings settings, MonotonicClock clock) {
        return switch (CameraAddress.parse(settings.address())) {
            case CameraAddress.Device(var node) ->
                new CameraSource(
                        node.toString(), () -> new V4l2Camera(node, settings, clock), DeviceReturnDetector.file(node));
            case CameraAddress.Recording(var file) ->
                ffmpeg(new FfmpegInput.File(file), settings, DeviceReturnDetector.file(file));
            case CameraAddress.Stream(var url) ->
                ffmpeg(new FfmpegInput.Url(url), settings, DeviceReturnDetector.host(url.host(), url.port()));
            case CameraAddress.Images(var folder) ->
                new CameraSource(
                        "pictures in " + folder,
                        () -> new ImageFolderCamera(folder, settings, clock),
                        DeviceReturnDetector.file(folder));
            case CameraAddress.Demo() -> demo(settings, clock);
            case CameraAddress.Auto(var orDemo) ->
                new AutoSource(
                                () -> VideoDevices.in(Path.of("/dev")),
                                node -> new V4l2Camera(node, settings, clock),
                                orDemo ? Optional.of(demo(settings, clock).cameras()) : Optional.empty())
                        .asSource();
        };
    }

    private static CameraSource ffmpeg(FfmpegInput input, CameraSettings settings, DeviceReturnDetector watch) {
        return new CameraSource(input.name(), () -> new FfmpegCamera(input, settings), watch);
    }

    private static CameraSource demo(CameraSettings settings, MonotonicClock clock) {
        return new CameraSource(
                "demo",
                () -> new ClipCamera("demo", () -> DemoClips.find(settings.demoFolder()), settings, clock),
                DeviceReturnDetector.never());
    }
}
