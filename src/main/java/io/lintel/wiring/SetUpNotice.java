package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.config.tls.WebListener;
import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the console of an installed box how it is set up, until it is: a file in the service's runtime folder, which
 * {@code /run/issue.d} links to, so that it stands above the prompt of each console. Does nothing where no systemd gives such a folder.
 */
final class SetUpNotice {

    /** As {@code systemd/lintel.tmpfiles} and the installers know it. */
    static final String NAME = "set-up.issue";

    private static final System.Logger LOG = System.getLogger(SetUpNotice.class.getName());

    private final Optional<Path> file;
    private final WebListener web;

    SetUpNotice(Optional<Path> folder, WebListener web) {
        this.file = folder.map(each -> each.resolve(NAME));
        this.web = web;
    }

    static SetUpNotice of(LintelConfig config) {
        return new SetUpNotice(folder(System.getenv()), WebListener.atStart(config));
    }

    static Optional<Path> folder(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("RUNTIME_DIRECTORY"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** The console itself fills in its address for {@code \4} (agetty(8)): at a start there may be no network yet. */
    void show(String token) {
        String address = web.isOpenToTheNetwork()
                ? "https://\\4:" + web.httpsPort() + "/"
                : "http://127.0.0.1:" + web.port() + "/ on this box";
        write("""

                Lintel: this door is not set up yet. Open
                  %s
                in a browser (it asks once whether to trust the box's own certificate) and type the set-up token
                  %s

                """.formatted(address, token));
    }

    /** Somebody has set the box up. */
    void remove() {
        file.ifPresent(each -> {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "set-up notice state=stale file={0} reason=\"{1}\"", each, e.getMessage());
            }
        });
    }

    private void write(String text) {
        file.ifPresent(each -> {
            try {
                AtomicFile.write(each, text, AtomicFile.PRIVATE);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "set-up notice state=missing file={0} reason=\"{1}\"", each, e.getMessage());
            }
        });
    }
}
