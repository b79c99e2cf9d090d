package io.lintel.cli;

import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.json.LookupJson;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "1:1: does a photo show this person? Exit code 0 yes, 3 no.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    @Parameters(index = "1", paramLabel = "PHOTO")
    Path photo = Path.of("");

    private final ServiceRunner runner;
    private final Console console;

    VerifyCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(FaceLookupService.class, lookups -> {
            LookupResult.Verification answer =
                    lookups.verify(CommandLineUser.CLI, new PersonId(id), ProbeText.photo(photo, console));
            boolean match = answer.isMatch();
            Person person = answer.person();
            console.answer(
                    Console.json(LookupJson.Verified.of(answer)),
                    out -> out.println((match ? "yes, this is " : "no, this is not ") + person.name() + ": "
                            + ProbeText.score(answer.score(), answer.point())
                            + (match ? ProbeText.entry(answer.entry()) : "")));
            return match ? ExitCode.OK : ExitCode.NO;
        });
    }
}
