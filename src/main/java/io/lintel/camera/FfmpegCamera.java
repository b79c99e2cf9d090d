package io.lintel.camera;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * A file, a web address or an RTSP camera, decoded by an ffmpeg child process. A crash in a decoder that is fed by the
 * network ends the child, not the door.
 */
final class FfmpegCamera implements Camera {

    private static final System.Logger LOG = System.getLogger(FfmpegCamera.class.getName());

    /** Below the ten seconds that {@link Camera#open} may take. */
    private static final long LONGEST_OPEN_MS = 8000;

    /** While the source sends, but no key frame yet: "smart" codecs put 20 s and more between two. Below {@link Supervision}'s patience. */
    private static final long LONGEST_WAIT_FOR_KEY_FRAME_MS = 38_000;

    /** Pictures between two looks at the file: about two seconds. */
    private static final int LOOK_EVERY = 30;

    private final FfmpegInput input;
    private final CameraSettings settings;
    private volatile boolean closed;
    private volatile @Nullable FfmpegProcess child;
    private long openedBytes;
    private int pictures;
    private PictureSize size = new PictureSize(0, 0);
    private byte[] buffer = new byte[0];

    FfmpegCamera(FfmpegInput input, CameraSettings settings) {
        this.input = input;
        this.settings = settings;
    }

    @Override
    public void open() {
        openedBytes = input.size();
        try {
            open(settings);
        } catch (CameraException e) {
            FfmpegProcess refused = child;
            if (settings.transport() != RtspTransport.AUTO
                    || refused == null
                    || !refused.log().isTransportRefused()) {
                throw e;
            }
            LOG.log(Level.INFO, "camera=\"{0}\" refuses TCP, opened over UDP", name());
            open(settings.withTransport(RtspTransport.UDP));
        }
    }

    private void open(CameraSettings settings) {
        FfmpegProcess started = FfmpegProcess.start(input, settings);
        child = started;
        if (closed) {
            started.close();
        }
        try {
            size = firstSize(started.log());
            buffer = new byte[size.bytes()];
        } catch (ExecutionException e) {
            throw broken(started);
        } catch (TimeoutException e) {
            throw started.log().isInputDescribed()
                    ? withoutKeyFrame(started)
                    : abandon(started, "no picture within " + LONGEST_OPEN_MS / 1000 + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(started, "interrupted");
        }
    }

    private static PictureSize firstSize(FfmpegLog log)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return log.size().get(LONGEST_OPEN_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            if (!log.isInputDescribed()) {
                throw slow;
            }
            return log.size().get(LONGEST_WAIT_FOR_KEY_FRAME_MS - LONGEST_OPEN_MS, TimeUnit.MILLISECONDS);
        }
    }

    private CameraException withoutKeyFrame(FfmpegProcess stuck) {
        stuck.close();
        return new CameraException(
                name() + ": it sends, but no key frame within " + LONGEST_WAIT_FOR_KEY_FRAME_MS / 1000 + " s",
                "set its key frame interval (I-frame interval, GOP) to one or two seconds, and switch \"smart\" codecs off");
    }

    @Override
    public boolean isReceiving() {
        FfmpegProcess running = child;
        return running != null && running.log().isInputDescribed();
    }

    @Override
    public void read(Mat into) {
        FfmpegProcess running = child;
        if (running == null) {
            throw new CameraException(name() + " is not open", "open it first");
        }
        if (!fill(running.pictures())) {
            throw broken(running);
        }
        PictureSize changed = running.log().changed();
        if (changed != null) {
            throw new CameraException(
                    name() + " changed the shape of its picture, now " + changed.width() + "x" + changed.height(),
                    "nothing: it is opened anew with that shape");
        }
        if (++pictures % LOOK_EVERY == 0 && input.size() < openedBytes) {
            // ffmpeg would repeat for ever what it has read of it
            throw new CameraException(name() + " was deleted or cut off while it played", remedy());
        }
        into.create(size.height(), size.width(), CvType.CV_8UC3);
        into.put(0, 0, buffer);
    }

    /** @return false at the end of the pictures */
    private boolean fill(InputStream pictures) {
        try {
            return pictures.readNBytes(buffer, 0, buffer.length) == buffer.length;
        } catch (IOException e) {
            throw new CameraException(name() + " cannot be read: " + e.getMessage(), remedy(), e);
        }
    }

    private CameraException broken(FfmpegProcess ended) {
        String reason = closed ? "closed" : ended.failure();
        if (reason == null && input.isRecording() && size.width() > 0) {
            return CameraException.endOf(name());
        }
        return new CameraException(name() + ": " + (reason == null ? "the stream ended" : reason), remedy());
    }

    private CameraException abandon(FfmpegProcess stuck, String reason) {
        stuck.close();
        return new CameraException(name() + ": " + reason, remedy());
    }

    private String remedy() {
        if (input instanceof FfmpegInput.File) {
            return "check that the file is there and is a video: ffprobe FILE";
        }
        FfmpegProcess running = child;
        if (running != null && running.log().isTransportRefused()) {
            return "the camera does not send its pictures this way: set lintel.camera.rtsp-transport=auto, or tcp, udp, udp-multicast or http,"
                    + " whichever it speaks";
        }
        String usual = "check that the camera has power and network, its address, user and password";
        return switch (input.isRtsp() ? settings.transport() : RtspTransport.TCP) {
            case AUTO, TCP -> usual;
            case UDP, UDP_MULTICAST ->
                usual
                        + ", and that no firewall keeps its UDP packets out (lintel.camera.rtsp-transport=auto needs none of them)";
            case HTTP -> usual + ", and that it can tunnel RTSP through HTTP (lintel.camera.rtsp-transport)";
        };
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public CameraKind kind() {
        return input.isRecording() ? CameraKind.RECORDING : CameraKind.LIVE;
    }

    /** The child's process id, for tests and for the log. */
    long pid() {
        FfmpegProcess running = child;
        return running == null ? -1 : running.pid();
    }

    @Override
    public void close() {
        closed = true;
        FfmpegProcess running = child;
        if (running != null) {
            running.close();
        }
    }
}
