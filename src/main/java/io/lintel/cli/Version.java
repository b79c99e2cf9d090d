package io.lintel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"lintel " + current()};
    }

    public static String current() throws IOException {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/lintel-build.properties")) {
            if (file == null) {
                throw new IOException("lintel-build.properties is missing from the build");
            }
            build.load(file);
        }
        return build.getProperty("version");
    }
}
