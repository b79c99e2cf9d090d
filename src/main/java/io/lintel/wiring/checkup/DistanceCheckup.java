package io.lintel.wiring.checkup;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.config.LintelConfig;
import io.lintel.face.QualityLimits;
import io.lintel.wiring.SettingsMapper;
import java.util.Locale;

/** Up to which distance people are let in, and whether the camera's pictures have the pixels for it. */
public final class DistanceCheckup {

    private DistanceCheckup() {}

    public static CheckupFinding of(LintelConfig config) {
        DistanceSettings distance = SettingsMapper.distance(config);
        LintelConfig.Camera camera = config.camera();
        int longerSide = Math.min(Math.max(camera.width(), camera.height()), camera.longestSide());
        double reach = distance.metres(QualityLimits.atTheDoor().leastInterOcular(), longerSide);
        return reach < distance.farthestMetres()
                ? CheckupFinding.note(
                        "distance",
                        text(
                                "pictures of %d pixels tell faces up to %.1f m from the camera, not %.1f m",
                                longerSide, reach, distance.farthestMetres()),
                        "raise lintel.camera.width, height and longest-side, or lower lintel.visit.farthest-metres")
                : CheckupFinding.ok(
                        "distance",
                        text(
                                "people are let in up to %.1f m from the camera: eyes %.0f pixels apart of %d",
                                distance.farthestMetres(), distance.leastEyeDistance(longerSide), longerSide));
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
