package io.lintel.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
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

    private static final String HANDED_OVER = "CREDENTIALS_DIRECTORY";

    /** Where systemd looks for credentials that are not encrypted (systemd.exec(5)), and where it keeps those of the running service. */
    private static final List<Path> CREDENTIAL_STORES = List.of(
            Path.of("/etc/credstore"),
            Path.of("/run/credstore"),
            Path.of("/usr/local/lib/credstore"),
            Path.of("/usr/lib/credstore"),
            Path.of("/run/credentials/lintel.service"));

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

    /**
     * The same for a program beside the service, which may not be able to see what the service can.
     *
     * @return empty where the secret may be there, but not for this user
     * @throws SettingsException if the service could not have it either
     */
    public Optional<String> readIfVisible() {
        return readIfVisible(System.getenv(), CREDENTIAL_STORES);
    }

    Optional<String> readIfVisible(Map<String, String> environment, List<Path> stores) {
        if (environment.containsKey(HANDED_OVER)) {
            return Optional.of(read(environment));
        }
        if (file.isPresent()) {
            boolean hidden = !Files.isReadable(file.get()) && !Files.notExists(file.get());
            return hidden ? Optional.empty() : Optional.of(read(environment));
        }
        // A folder that this user may not look into counts as one that has it
        if (stores.stream().map(store -> store.resolve(credential)).allMatch(Files::notExists)) {
            throw missing();
        }
        return Optional.empty();
    }

    String read(Map<String, String> environment) {
        Path path = path(environment).orElseThrow(this::missing);
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

    private SettingsException missing() {
        return new SettingsException(
                "there is no secret for " + setting + ", and systemd gave none named " + credential,
                "put it into /etc/credstore/" + credential
                        + " (mode 0600) and restart the service, or name a file with " + setting);
    }

    private Optional<Path> path(Map<String, String> environment) {
        return file.or(() -> Optional.ofNullable(environment.get(HANDED_OVER))
                .map(folder -> Path.of(folder, credential))
                .filter(Files::exists));
    }
}
