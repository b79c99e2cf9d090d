package io.lintel.wiring.checkup;

import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.wiring.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Examines the whole box. Changes nothing and starts nothing; opens each model once, which takes some seconds. */
public final class BoxCheckup {

    private static final Path DEVICES = Path.of("/dev");

    private BoxCheckup() {}

    public static List<CheckupFinding> of(LintelConfig config) {
        ModelStore store = Models.store(config);
        ModelSpec embedder = Models.embedder(config, store.catalog());
        DeviceCheckup devices = new DeviceCheckup(DEVICES);
        List<CheckupFinding> findings = new ArrayList<>();
        findings.add(LibraryCheckup.openCv());
        findings.add(LibraryCheckup.onnxRuntime(Models.folders(config).shipped().resolve(ModelCatalog.FILE)));
        findings.addAll(ModelCheckup.of(store, embedder));
        findings.add(devices.cameras());
        OrientationCheckup.of(config).ifPresent(findings::add);
        findings.add(DistanceCheckup.of(config));
        findings.add(devices.gpioChips());
        findings.add(DataCheckup.of(config.data().folder()));
        KeyCheckup.of(config).ifPresent(findings::add);
        PeopleCheckup.of(RunMode.of(config).database(config), embedder).ifPresent(findings::add);
        return findings;
    }
}
