package io.lintel.benchmark;

import io.lintel.face.FaceModels;
import io.lintel.face.LivenessTurns;
import io.lintel.face.OnnxModel;
import io.lintel.model.InstalledModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks that one face's frame needs, run on fixed input with nothing around them. */
final class BareModels implements AutoCloseable {

    private final Map<String, OnnxModel> models = new LinkedHashMap<>();
    private final List<OnnxModel> liveness = new ArrayList<>();
    private final LivenessTurns turns;

    BareModels(FaceModels files) {
        add(files.detector());
        add(files.mesh());
        add(files.embedder().onnx());
        files.liveness().stream()
                .map(InstalledModel::onnx)
                .map(BareModels::open)
                .forEach(liveness::add);
        turns = files.livenessTurns();
    }

    private void add(Path file) {
        models.put(String.valueOf(file.getFileName()).replace(".onnx", ""), open(file));
    }

    private static OnnxModel open(Path file) {
        OnnxModel model = OnnxModel.open(file);
        FloatBuffer input = model.input().asFloatBuffer();
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, (i * 7919L % 256) / 255f);
        }
        return model;
    }

    /** @param turn the liveness networks take turns, as at the door */
    void run(StageTimes times, int turn) {
        models.forEach((name, model) -> times.time(name, model::run));
        if (!liveness.isEmpty()) {
            times.time("liveness", liveness.get(turns.at(turn))::run);
        }
    }

    @Override
    public void close() {
        models.values().forEach(OnnxModel::close);
        liveness.forEach(OnnxModel::close);
    }
}
