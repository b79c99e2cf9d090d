package io.lintel.cli;

import io.lintel.face.OnnxModel;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Need;
import io.lintel.system.LintelException;
import java.util.List;

/** Whether every model that Lintel uses by default is there, is the catalogue's, and opens. */
final class ModelCheckup {

    private ModelCheckup() {}

    static List<Finding> of(ModelStore store) {
        return store.catalog().defaults().stream()
                .map(model -> finding(store, model))
                .toList();
    }

    private static Finding finding(ModelStore store, ModelSpec model) {
        String part = "model " + model.id();
        try {
            return store.find(model)
                    .map(installed -> {
                        try (OnnxModel opened = OnnxModel.open(installed.onnx())) {
                            return Finding.ok(part, "%1$d x %1$d pixels".formatted(opened.size()));
                        }
                    })
                    .orElseGet(() -> missing(part, model));
        } catch (LintelException e) {
            return Finding.problem(part, e);
        }
    }

    private static Finding missing(String part, ModelSpec model) {
        String detail = "missing; without it " + model.without();
        String remedy = ModelStore.remedy(model);
        return model.need() == Need.REQUIRED || model.isShipped()
                ? Finding.problem(part, new LintelException(detail, remedy))
                : Finding.note(part, detail, remedy);
    }
}
