package io.lintel.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The cameras of this machine, for a list to choose from. */
public final class AttachedCameras {

    private static final Path DEVICES = Path.of("/dev");
    private static final Path KERNEL = Path.of("/sys/class/video4linux");

    private AttachedCameras() {}

    /**
     * One of them.
     *
     * @param address as the settings name it, such as /dev/video0
     * @param name what its maker calls it; the address where the kernel does not say
     */
    public record Attached(String address, String name) {}

    /** Those that deliver pictures, by number. Empty where there is none. */
    public static List<Attached> list() {
        return list(DEVICES, KERNEL);
    }

    /** @param kernel a folder for each device, with its {@code name} and, among the devices of one camera, its {@code index} */
    static List<Attached> list(Path devices, Path kernel) {
        return VideoDevices.in(devices).stream()
                // A camera's further devices carry metadata, or the same picture once more
                .filter(device -> said(kernel, device, "index", "0").equals("0"))
                .map(device -> new Attached(device.toString(), said(kernel, device, "name", device.toString())))
                .toList();
    }

    private static String said(Path kernel, Path device, String what, String otherwise) {
        try {
            return Files.readString(kernel.resolve(FileNames.last(device)).resolve(what))
                    .strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
