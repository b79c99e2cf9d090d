package io.lintel.system;

import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells systemd how the service is doing: the datagram protocol of sd_notify(3), which Java cannot speak by itself because it
 * has no datagram socket for the AF_UNIX family. Thread-safe. Does nothing when the process was not started by systemd.
 *
 * <p>A message that cannot be delivered is reported by the return value and not thrown: the service must go on, and
 * systemd's own watchdog then decides.
 */
public final class SdNotify {

    private final @Nullable UnixDatagram socket;
    private final @Nullable Duration watchdog;

    private SdNotify(@Nullable UnixDatagram socket, @Nullable Duration watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /** Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID of this process. */
    public static SdNotify fromEnvironment() {
        return of(LibC.system(), System.getenv(), ProcessHandle.current().pid());
    }

    /**
     * Speaks for the process that has this environment.
     *
     * @param environment of the process
     * @param pid of the process; the watchdog is only ours when WATCHDOG_PID is absent or names it
     * @throws LintelException if NOTIFY_SOCKET is neither a path nor an abstract name that fits a socket address
     */
    public static SdNotify of(LibC libc, Map<String, String> environment, long pid) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        return new SdNotify(socket.isEmpty() ? null : socket(libc, socket), watchdog(environment, pid));
    }

    /** Whether anybody listens. */
    public boolean isActive() {
        return socket != null;
    }

    /** How long systemd waits for a {@link #watchdog()} before it kills the service; ping at half of it. */
    public Optional<Duration> watchdogTimeout() {
        return Optional.ofNullable(watchdog);
    }

    /**
     * The service is up (Type=notify).
     *
     * @return whether the message left
     */
    public boolean ready() {
        return send("READY=1");
    }

    /**
     * The service still lives.
     *
     * @return whether the message left
     */
    public boolean watchdog() {
        return send("WATCHDOG=1");
    }

    /**
     * The service is about to end on purpose.
     *
     * @return whether the message left
     */
    public boolean stopping() {
        return send("STOPPING=1");
    }

    /**
     * One line for {@code systemctl status}.
     *
     * @return whether the message left
     */
    public boolean status(String line) {
        return send("STATUS=" + line.replace('\n', ' '));
    }

    private boolean send(String message) {
        UnixDatagram to = socket;
        if (to == null) {
            return false;
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        int sent = to.send(bytes);
        return sent == bytes.length || failed(message, sent);
    }

    private static boolean failed(String message, int result) {
        System.getLogger(SdNotify.class.getName())
                .log(System.Logger.Level.WARNING, "sd_notify message={0} failed: {1}", message, Errno.describe(result));
        return false;
    }

    private static UnixDatagram socket(LibC libc, String name) {
        try {
            return new UnixDatagram(libc, name);
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    "NOTIFY_SOCKET=" + name + " is not a path or an abstract name of at most "
                            + UnixDatagram.LONGEST_NAME + " bytes",
                    "let systemd set it (Type=notify), or unset it",
                    e);
        }
    }

    private static @Nullable Duration watchdog(Map<String, String> environment, long pid) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        String owner = environment.getOrDefault("WATCHDOG_PID", "");
        if (!micros.matches("[1-9][0-9]{0,17}") || !(owner.isEmpty() || owner.equals(Long.toString(pid)))) {
            return null;
        }
        return Duration.ofNanos(Math.multiplyExact(Math.min(Long.parseLong(micros), Long.MAX_VALUE / 1000), 1000L));
    }
}
