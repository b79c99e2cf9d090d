package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.backup.BackupInfo;
import io.lintel.backup.StagedRestore;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.system.Counted;
import io.lintel.system.FileTree;
import io.lintel.wiring.BackupSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lintel restore}: lays a backup ready, which the next start of the door uses. */
@Command(
        name = "restore",
        description = "Check a backup and use it from the next start on; what it replaces is kept in the data folder.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What 'lintel backup' has made.")
    Path file = Path.of("");

    @Mixin
    BackupCommand.KeyFile key = new BackupCommand.KeyFile();

    private final Supplier<LintelConfig> settings;
    private final Console console;

    RestoreCommand(Supplier<LintelConfig> settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        LintelConfig config = settings.get();
        StagedRestore restore = BackupSettings.restore(config);
        BackupInfo info;
        try (InputStream in = Files.newInputStream(file)) {
            info = restore.stage(in, key.read());
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + e, "name the file of a backup", e);
        }
        FileTree.giveToOwnerOf(config.data().folder(), restore.folder());
        console.answer(json(info), out -> {
            out.println("The backup of " + info.made() + " from " + info.box() + " is whole and waits in "
                    + config.data().folder());
            if (info.leftOut() > 0) {
                out.println("Left out, because they were deleted since: " + Counted.people(info.leftOut()));
            }
            out.println("Restart Lintel to use it: systemctl restart lintel");
        });
        return ExitCode.OK;
    }

    static ObjectNode json(BackupInfo info) {
        return Console.object()
                .put("made", info.made().toString())
                .put("box", info.box())
                .put("version", info.version())
                .put("database", info.database())
                .put("left-out", info.leftOut());
    }
}
