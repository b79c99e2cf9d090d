package io.lintel.wiring;

import io.lintel.camera.Camera;
import io.lintel.camera.CameraSource;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opencv.core.Mat;

/** Takes shots of the one person before the camera, while no door is served from it. */
public final class CameraShots {

    private static final int SHOTS = 3;

    /** Between two shots a head has moved a little: shots that differ make better templates. */
    private static final Duration APART = Duration.ofMillis(700);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final House house;

    public CameraShots(House house) {
        this.house = house;
    }

    /**
     * @param advice is told what the person should do, when it changes
     * @return three shots; their pictures are the caller's to release
     * @throws LintelException if the camera cannot be opened, or a minute was not enough
     */
    public List<Shot> take(Consumer<String> advice) {
        CameraSource source = CameraSource.of(RoomSettings.camera(house.config()), MonotonicClock.SYSTEM);
        FaceAnalyzer analyzer = house.analyzer();
        List<Shot> shots = new ArrayList<>();
        Mat picture = new Mat();
        try (Camera camera = source.cameras().get()) {
            camera.open();
            long end = MonotonicClock.SYSTEM.nanos() + PATIENCE.toNanos();
            long next = MonotonicClock.SYSTEM.nanos();
            String last = "";
            while (shots.size() < SHOTS) {
                camera.read(picture);
                long now = MonotonicClock.SYSTEM.nanos();
                if (now > end) {
                    throw new LintelException(
                            "after a minute there were " + shots.size() + " of " + SHOTS
                                    + " good shots; the last advice was: " + last,
                            "try again in better light, alone, close to the camera; or enrol from photos");
                }
                String wanted = advice(analyzer, picture);
                if (wanted.isEmpty() && now >= next) {
                    shots.add(new Shot("shot " + (shots.size() + 1), TemplateSource.CAMERA, picture.clone()));
                    next = now + APART.toNanos();
                    wanted = shots.size() + " of " + SHOTS;
                }
                if (!wanted.isEmpty() && !wanted.equals(last)) {
                    advice.accept(wanted);
                    last = wanted;
                }
            }
            return shots;
        } catch (RuntimeException e) {
            shots.forEach(shot -> shot.picture().release());
            throw e;
        } finally {
            picture.release();
        }
    }

    /** Empty when the picture is good. */
    private static String advice(FaceAnalyzer analyzer, Mat picture) {
        List<Face> faces = analyzer.find(picture);
        if (faces.size() != 1) {
            return faces.isEmpty() ? "look into the camera" : "one person only";
        }
        FaceQuality quality = analyzer.assess(picture, faces.getFirst());
        if (!quality.isGoodEnough()) {
            return quality.flaws().iterator().next().advice();
        }
        return quality.interOcularPixels() < EnrolmentSettings.DEFAULT.leastInterOcular() ? "come closer" : "";
    }
}
