package io.lintel.face;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;
import org.jspecify.annotations.Nullable;

/**
 * The only way to ONNX Runtime: with its telemetry off. Since 1.29 the Linux library too reports the machine's id, its
 * system and the command line to its maker's servers, unless a variable is set before it is loaded. From Lintel nothing
 * leaves the box; besides, a command line of some 27,000 characters made the report overflow the stack and end the process.
 */
final class OnnxRuntime {

    static final String TELEMETRY_OFF = "ORT_DISABLE_TELEMETRY";

    /** Made at first use, not by a static initialiser: in a native image those run on the build machine. */
    private static @Nullable OrtEnvironment environment;

    private OnnxRuntime() {}

    /** @throws ModelRunException if the library cannot be loaded, or its telemetry not be switched off */
    static synchronized OrtEnvironment environment() {
        OrtEnvironment made = environment;
        if (made == null) {
            made = quietly();
            environment = made;
        }
        return made;
    }

    private static OrtEnvironment quietly() {
        int result = LibC.system().setenv(TELEMETRY_OFF, "1");
        if (result < 0) {
            throw new ModelRunException("ONNX Runtime's telemetry cannot be switched off: " + Errno.describe(result));
        }
        try {
            OrtEnvironment quiet = OrtEnvironment.getEnvironment();
            quiet.setTelemetry(false);
            return quiet;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new ModelRunException(
                    "ONNX Runtime's library cannot be loaded: " + (e.getCause() == null ? e : e.getCause()), e);
        } catch (OrtException e) {
            throw new ModelRunException("ONNX Runtime's telemetry cannot be switched off: " + e.getMessage(), e);
        }
    }
}
