package io.lintel.camera;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One running ffmpeg. It cannot outlive us for long: when we die its next picture finds no reader and ends it, and a
 * silent source ends it by its own timeout.
 */
final class FfmpegProcess implements AutoCloseable {

    /** What ffmpeg needs of our environment; the rest may hold secrets that are none of its business. */
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "http_proxy", "https_proxy", "no_proxy");

    private static final long LONGEST_GOODBYE_MS = 1000;

    /** Exit codes of ILL, ABRT, KILL (also the kernel's when memory is short) and SEGV; others may be ffmpeg's own errno. */
    private static final Set<Integer> KILLED = Set.of(132, 134, 137, 139);

    private static final int SIGNAL_BASE = 128;

    private final Process process;
    private final FfmpegLog log;

    private FfmpegProcess(Process process, FfmpegLog log) {
        this.process = process;
        this.log = log;
    }

    static FfmpegProcess start(FfmpegInput input, CameraSettings settings) {
        ProcessBuilder builder = new ProcessBuilder(FfmpegCommand.of(input, settings))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            Process process = builder.start();
            FfmpegLog log = new FfmpegLog(process.getErrorStream(), input);
            Thread.ofPlatform().daemon().name("camera-ffmpeg-log").start(log);
            return new FfmpegProcess(process, log);
        } catch (IOException e) {
            throw new CameraException(
                    "the program " + settings.ffmpeg() + " cannot be started, it is needed for files and streams",
                    "apt install ffmpeg, or name its path in the settings",
                    e);
        }
    }

    FfmpegLog log() {
        return log;
    }

    /** Raw pictures, one after the other, without anything between them. */
    InputStream pictures() {
        return process.getInputStream();
    }

    long pid() {
        return process.pid();
    }

    /** Why it has ended; null for a regular end. Waits a moment for a process that has just closed its output. */
    @Nullable
    String failure() {
        try {
            if (!process.waitFor(LONGEST_GOODBYE_MS, TimeUnit.MILLISECONDS)) {
                return "ffmpeg closed its output but did not end";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        int code = process.exitValue();
        if (code == 0) {
            return null;
        } else if (KILLED.contains(code)) {
            return "ffmpeg was killed by signal " + (code - SIGNAL_BASE);
        }
        String error = log.lastError();
        return error != null ? error : "ffmpeg ended with code " + code;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
