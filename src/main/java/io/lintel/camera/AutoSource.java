package io.lintel.camera;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code auto} has learned from one attempt to the next. Thread-safe.
 *
 * <p>Once a real device has delivered, the demo is out of the question until the next start: clips of invented people
 * must not take the place of a camera that somebody pulled out.
 */
final class AutoSource {

    private static final System.Logger LOG = System.getLogger(AutoSource.class.getName());

    private final Supplier<List<Path>> nodes;
    private final Function<Path, Camera> devices;
    private final Optional<Supplier<Camera>> demo;
    private final Set<Path> hanging = new HashSet<>();
    private @Nullable Path trying;
    private boolean hadDevice;

    /**
     * @param nodes the capture devices that there are now
     * @param devices makes a camera of one
     * @param demo makes the stand-in; empty where clips must never take a camera's place
     */
    AutoSource(Supplier<List<Path>> nodes, Function<Path, Camera> devices, Optional<Supplier<Camera>> demo) {
        this.nodes = nodes;
        this.devices = devices;
        this.demo = demo;
    }

    CameraSource asSource() {
        DeviceReturnDetector watch =
                new DeviceReturnDetector(() -> Optional.of(nodes()).filter(found -> !found.isEmpty()));
        return new CameraSource("auto", () -> new AutoCamera(this), watch);
    }

    List<Path> nodes() {
        return nodes.get();
    }

    /** The first device that delivers, open; else the open demo. */
    Camera open() {
        for (Path node : untried()) {
            Optional<Camera> camera = tryDevice(node);
            if (camera.isPresent()) {
                return camera.get();
            }
        }
        return openDemo();
    }

    private Optional<Camera> tryDevice(Path node) {
        Camera camera = devices.apply(node);
        begin(node);
        try {
            camera.open();
            end(node, true);
            LOG.log(System.Logger.Level.INFO, "camera auto={0}", node);
            return Optional.of(camera);
        } catch (CameraException e) {
            camera.close();
            end(node, false);
            LOG.log(System.Logger.Level.DEBUG, "camera auto skips={0} reason={1}", node, e.getMessage());
            return Optional.empty();
        }
    }

    private Camera openDemo() {
        if (demo.isEmpty() || hadDevice()) {
            throw new CameraException(
                    "no camera delivers pictures", "plug one in; ls /dev/v4l/by-id/ shows those that are");
        }
        LOG.log(System.Logger.Level.WARNING, "camera auto=demo reason=\"no camera found, playing the demo clips\"");
        Camera camera = demo.get().get();
        camera.open();
        return camera;
    }

    /** Devices without those whose driver swallowed an earlier attempt and has not come back. */
    private synchronized List<Path> untried() {
        if (trying != null) {
            hanging.add(trying);
            trying = null;
        }
        List<Path> present = nodes();
        hanging.retainAll(present);
        return present.stream().filter(node -> !hanging.contains(node)).toList();
    }

    private synchronized void begin(Path node) {
        trying = node;
    }

    private synchronized void end(Path node, boolean delivered) {
        hanging.remove(node);
        hadDevice |= delivered;
        if (node.equals(trying)) {
            trying = null;
        }
    }

    private synchronized boolean hadDevice() {
        return hadDevice;
    }
}
