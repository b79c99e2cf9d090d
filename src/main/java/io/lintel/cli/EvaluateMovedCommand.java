package io.lintel.cli;

import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code lintel evaluate} was part of the product once; whoever still types it learns where it is. */
@Command(
        name = "evaluate",
        hidden = true,
        description = "Measuring on data sets is part of the source tree: make evaluate.")
final class EvaluateMovedCommand implements Callable<Integer> {

    @Unmatched
    List<String> ignored = new ArrayList<>();

    @Override
    public Integer call() {
        throw new LintelException(
                "lintel evaluate is not part of the installed program",
                "run it in Lintel's source tree: make evaluate DATA=FOLDER (docs/EVALUATION.md)");
    }
}
