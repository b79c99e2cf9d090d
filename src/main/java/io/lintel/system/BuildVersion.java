package io.lintel.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into the program. */
public final class BuildVersion {

    private BuildVersion() {}

    public static String current() {
        Properties build = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream("/lintel-build.properties")) {
            if (file == null) {
                throw new IOException("lintel-build.properties is missing from the build");
            }
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
