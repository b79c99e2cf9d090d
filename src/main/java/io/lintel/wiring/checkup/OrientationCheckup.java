package io.lintel.wiring.checkup;

import io.lintel.config.CameraHint;
import io.lintel.config.LintelConfig;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the running door has seen faces that lie on their side, and nobody has turned the picture since. */
final class OrientationCheckup {

    private OrientationCheckup() {}

    static Optional<CheckupFinding> of(LintelConfig config) {
        OptionalInt rotate = new CameraHint(config.data().folder()).rotate();
        return rotate.isEmpty() || rotate.getAsInt() == config.camera().rotate()
                ? Optional.empty()
                : Optional.of(
                        CheckupFinding.note("orientation", CameraHint.WORDS, CameraHint.remedy(rotate.getAsInt())));
    }
}
