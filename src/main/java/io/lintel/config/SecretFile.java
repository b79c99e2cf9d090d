package io.lintel.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A secret in a file of its own, so that it stands neither in the settings nor in a process list: the file that a setting
 * names, else the systemd credential of that name (LoadCredential=).
 *
 * @param setting that names the file
 * @param file what it says
 * @param credential systemd's name for it
 */
public record SecretFile(String setting, Optional<Path> file, String credential) {

    private static final Set<PosixFilePermission> FOR_EVERYBODY =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    /**
     * The secret, without the line's end.
     *
     * @throws SettingsException if it cannot be had, or others may read it
     */
    public String read() {
        return read(System.getenv());
    }

    /** Whether this program, started as it was, could find it. What systemd hands over only the service itself can see. */
    public boolean isInReach() {
        return path(System.getenv()).filter(Files::isReadable).isPresent();
    }

    String read(Map<String, String> environment) {
        Path path = path(environment)
                .orElseThrow(() -> new SettingsException(
                        "there is no secret for " + setting + ", and systemd gave none named " + credential,
                        "put it into /etc/credstore/" + credential
                                + " (mode 0600) and restart the service, or name a file with " + setting));
        try {
            if (Files.getPosixFilePermissions(path).stream().anyMatch(FOR_EVERYBODY::contains)) {
                throw new SettingsException(path + " can be read by everybody on this machine", "chmod 600 " + path);
            }
            String secret = Files.readString(path).strip();
            if (secret.isEmpty()) {
                throw new SettingsException(path + " is empty", "write the secret into it");
            }
            return secret;
        } catch (IOException e) {
            throw new SettingsException(
                    setting + ": " + path + " cannot be read: " + e.getClass().getSimpleName(),
                    "name a text file that the user of this program may read",
                    e);
        }
    }

    private Optional<Path> path(Map<String, String> environment) {
        return file.or(() -> Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY"))
                .map(folder -> Path.of(folder, credential))
                .filter(Files::exists));
    }
}
