package io.lintel.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The arguments with which ffmpeg turns an input into raw BGR pictures on its standard output. No shell sees them. */
final class FfmpegCommand {

    /** Of the wanted interval; less than one, so that a camera's jitter does not drop every second picture. */
    private static final double INTERVAL_TOLERANCE = 0.8;

    private FfmpegCommand() {}

    static List<String> of(FfmpegInput input, CameraSettings settings) {
        List<String> words = new ArrayList<>(List.of(settings.ffmpeg(), "-hide_banner", "-nostdin", "-nostats"));
        words.addAll(List.of("-loglevel", "level+verbose"));
        words.addAll(input.options(settings.transport()));
        words.addAll(input.isRecording() ? playback(settings) : lowDelay());
        words.addAll(List.of("-i", input.location(), "-map", "0:v:0", "-vf", filters(input, settings)));
        // as they come: the default repeats pictures to fill gaps, and a repeated picture looks fresh but is not
        words.addAll(List.of("-fps_mode", "passthrough"));
        words.addAll(List.of("-c:v", "rawvideo", "-pix_fmt", "bgr24", "-f", "rawvideo", "pipe:1"));
        return words;
    }

    private static List<String> playback(CameraSettings settings) {
        List<String> words = new ArrayList<>();
        if (settings.realTime()) {
            words.add("-re");
        }
        if (settings.repeat()) {
            words.addAll(List.of("-stream_loop", "-1"));
        }
        return words;
    }

    /**
     * ffmpeg's defaults look at a stream for up to 5 s before the first picture; a second is enough for a camera. Not {@code -fflags
     * nobuffer}: it throws away what was read meanwhile, and with it the first key frame.
     */
    private static List<String> lowDelay() {
        return List.of(
                "-flags",
                "low_delay",
                "-analyzeduration",
                "1000000",
                "-probesize",
                "1000000",
                "-use_wallclock_as_timestamps",
                "1");
    }

    private static String filters(FfmpegInput input, CameraSettings settings) {
        String scale = "scale=w='max(1,iw*min(1,%1$d/max(iw,ih)))':h='max(1,ih*min(1,%1$d/max(iw,ih)))'"
                .formatted(settings.longestSide());
        if (input.isRecording()) {
            return scale;
        }
        double interval = INTERVAL_TOLERANCE / settings.framesPerSecond();
        return String.format(
                Locale.ROOT, "select='isnan(prev_selected_t)+gte(t-prev_selected_t,%.4f)',%s", interval, scale);
    }
}
