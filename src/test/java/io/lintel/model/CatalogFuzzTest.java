package io.lintel.model;

import io.lintel.fuzz.Fuzz;
import io.lintel.fuzz.ScratchFolder;

class CatalogFuzzTest {

    @Fuzz
    void catalog(byte[] input) {
        ScratchFolder.file("catalog.json", input);
        ModelCatalog.read(ScratchFolder.path());
    }
}
