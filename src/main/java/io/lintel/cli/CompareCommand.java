package io.lintel.cli;

import io.lintel.json.LookupJson;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Do two photos show the same person? Exit code 0 yes, 3 no.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PHOTO")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "PHOTO")
    Path second = Path.of("");

    private final ServiceRunner runner;
    private final Console console;

    CompareCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(FaceLookupService.class, lookups -> {
            LookupResult.Comparison answer = lookups.compare(
                    CommandLineUser.CLI, ProbeText.photo(first, console), ProbeText.photo(second, console));
            boolean match = answer.isMatch();
            console.answer(
                    Console.json(LookupJson.Compared.of(answer)),
                    out -> out.println((match ? "the same person: " : "not the same person: ")
                            + ProbeText.score(answer.score(), answer.point())));
            return match ? ExitCode.OK : ExitCode.NO;
        });
    }
}
