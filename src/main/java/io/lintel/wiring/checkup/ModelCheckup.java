package io.lintel.wiring.checkup;

import io.lintel.face.OnnxModel;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import io.lintel.system.LintelException;
import java.util.List;
import java.util.stream.Stream;

/** Whether every model that this door uses is there, is the catalogue's, and opens. */
public final class ModelCheckup {

    private ModelCheckup() {}

    /** @param embedder the one in force, which need not be a default model */
    public static List<CheckupFinding> of(ModelStore store, ModelSpec embedder) {
        return Stream.concat(
                        store.catalog().defaults().stream().filter(model -> model.role() != ModelRole.EMBEDDER),
                        Stream.of(embedder))
                .map(model -> finding(store, model))
                .toList();
    }

    private static CheckupFinding finding(ModelStore store, ModelSpec model) {
        String part = "model " + model.id();
        try {
            return store.find(model)
                    .map(installed -> {
                        try (OnnxModel opened = OnnxModel.open(installed.onnx())) {
                            return CheckupFinding.ok(part, "%1$d x %1$d pixels".formatted(opened.size()));
                        }
                    })
                    .orElseGet(() -> missing(part, model));
        } catch (LintelException e) {
            return CheckupFinding.problem(part, e);
        }
    }

    private static CheckupFinding missing(String part, ModelSpec model) {
        String detail = "missing; without it " + model.without();
        String remedy = ModelStore.remedy(model);
        return model.need() != Requirement.RECOMMENDED || model.isShipped()
                ? CheckupFinding.problem(part, new LintelException(detail, remedy))
                : CheckupFinding.note(part, detail, remedy);
    }
}
