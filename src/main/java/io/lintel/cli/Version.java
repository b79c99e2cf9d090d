package io.lintel.cli;

import io.lintel.system.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code lintel --version} prints. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"lintel " + BuildVersion.current()};
    }
}
