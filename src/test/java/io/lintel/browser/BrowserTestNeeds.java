package io.lintel.browser;

import java.nio.file.Files;
import java.nio.file.Path;

final class BrowserTestNeeds {

    private BrowserTestNeeds() {}

    static boolean met() {
        return Chromium.installed().isPresent() && Files.exists(Path.of("models/mobilefacenet.onnx"));
    }
}
