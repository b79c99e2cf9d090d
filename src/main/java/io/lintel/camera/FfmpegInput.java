package io.lintel.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What ffmpeg is to read, and what is needed to show it to a person. */
sealed interface FfmpegInput {

    /** Without secrets. */
    String name();

    /** Whether it has an end and a pace of its own, as opposed to a camera's now. */
    boolean isRecording();

    /** Whether it is an RTSP camera, which is asked how it is to send. */
    default boolean isRtsp() {
        return false;
    }

    /** Bytes there now, 0 if gone; the largest number for what has no size. */
    long size();

    /** Takes secrets out of what ffmpeg says. */
    String scrub(String message);

    /** The options before {@code -i} that only this kind of input knows. @param transport for RTSP */
    List<String> options(RtspTransport transport);

    /** What follows {@code -i}. */
    String location();

    record File(Path path) implements FfmpegInput {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public boolean isRecording() {
            return true;
        }

        @Override
        public long size() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public String scrub(String message) {
            return message;
        }

        @Override
        public List<String> options(RtspTransport transport) {
            // a playlist dressed up as a video must not make ffmpeg fetch anything
            return List.of("-protocol_whitelist", "file");
        }

        @Override
        public String location() {
            return "file:" + path.toAbsolutePath();
        }
    }

    record Url(StreamUrl url) implements FfmpegInput {

        /**
         * Microseconds without a byte after which ffmpeg gives up. With the pause before the next attempt and the time
         * to open, a source that hung is back within 5 s of its return.
         */
        private static final String SILENCE_LIMIT = "2500000";

        @Override
        public String name() {
            return url.display();
        }

        @Override
        public boolean isRecording() {
            return url.isRecording();
        }

        @Override
        public boolean isRtsp() {
            return url.isRtsp();
        }

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public String scrub(String message) {
            return url.scrub(message);
        }

        @Override
        public List<String> options(RtspTransport transport) {
            return url.isRtsp()
                    ? List.of("-rtsp_transport", transport.option(), "-timeout", SILENCE_LIMIT)
                    : List.of(
                            "-protocol_whitelist",
                            "http,https,tcp,tls,httpproxy,crypto,data",
                            "-rw_timeout",
                            SILENCE_LIMIT);
        }

        @Override
        public String location() {
            return url.forFfmpeg();
        }
    }
}
