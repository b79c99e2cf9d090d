package io.lintel.cli;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.tls.Certificate;
import io.lintel.config.tls.SelfSigned;
import io.lintel.config.tls.WebListener;
import io.lintel.system.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel tls}: encryption of the web pages. */
@Command(name = "tls", description = "Encrypt the web pages.", synopsisSubcommandLabel = "COMMAND")
final class TlsCommand {

    static CommandLine line(Supplier<LintelConfig> settings, Console console) {
        return new CommandLine(new TlsCommand()).addSubcommand(new Init(settings, console));
    }

    @Command(
            name = "init",
            description = "Make a certificate, so that other machines may open the pages over https after a restart.")
    static final class Init implements Callable<Integer> {

        private final Supplier<LintelConfig> settings;
        private final Console console;

        @Option(names = "--name", paramLabel = "NAME", description = "Another host name or address that browsers use.")
        List<String> names = List.of();

        @Option(names = "--force", description = "Replace the certificate that is there.")
        boolean force;

        Init(Supplier<LintelConfig> settings, Console console) {
            this.settings = settings;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            LintelConfig config = settings.get();
            Path certificate = WebListener.ownCertificate(config);
            Path key = WebListener.ownKey(config);
            if (!force && Files.exists(certificate)) {
                throw new SettingsException("there is a certificate at " + certificate, "--force replaces it");
            }
            Set<String> all = new LinkedHashSet<>(names);
            all.addAll(SelfSigned.namesOfThisMachine());
            Certificate made = SelfSigned.make(certificate, key, all, Instant.now());
            FileTree.giveToOwnerOf(config.data().folder(), certificate.resolveSibling(""));
            console.answer(
                    Console.object()
                            .put("certificate", certificate.toString())
                            .put("key", key.toString())
                            .put("until", made.until().toString())
                            .put("names", String.join(" ", all)),
                    out -> {
                        out.println(
                                "made " + certificate + " for " + String.join(", ", all) + ", until " + made.until());
                        out.println("restart Lintel; then the pages are at https://"
                                + all.iterator().next() + ":" + config.web().httpsPort()
                                + "/ and browsers ask once whether to trust it");
                    });
            return ExitCode.OK;
        }
    }
}
