package io.lintel.cli;

import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.service.LogService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lintel audit key}: what proves the box's signatures, to be kept elsewhere. */
@Command(name = "key", description = "Show the public key that proves the log's signatures; keep it elsewhere.")
final class AuditKeyCommand implements Callable<Integer> {

    private final ServiceRunner runner;
    private final Console console;

    AuditKeyCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(LogService.class, log -> {
            PublicAuditKey key = log.publicKey();
            console.answer(
                    Console.object().put("key", key.text()).put("fingerprint", key.fingerprint()),
                    out -> out.println(key.text() + "  fingerprint " + key.fingerprint()));
            return ExitCode.OK;
        });
    }
}
