package io.lintel.cli;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C and {@code systemctl stop} do. Not left to the virtual machine's shutdown hooks, because they all run at once: ONNX
 * Runtime's own hook takes its environment away beneath a network that is at work, which ends the process by SIGSEGV instead.
 */
public final class StopSignals {

    private static final List<String> NAMES = List.of("HUP", "INT", "TERM");
    /** What a shell adds to a signal's number. */
    private static final int BY_SIGNAL = 128;

    private StopSignals() {}

    /** The program is gone at once; SQLite and the files that are written in one step are made for that. */
    public static void endAtOnce() {
        on(number -> Runtime.getRuntime().halt(BY_SIGNAL + number));
    }

    /** The parts stop in order, recognition before the door, and then the program ends with exit code 0. */
    static void stopInOrder() {
        on(number -> Quarkus.asyncExit(ExitCode.OK));
    }

    private static void on(IntConsumer what) {
        for (String name : NAMES) {
            Signal signal = new Signal(name);
            SignalHandler before = Signal.handle(signal, caught -> what.accept(caught.getNumber()));
            if (before == SignalHandler.SIG_IGN) { // nohup, or a shell's "&": whoever started us does not want it heard
                Signal.handle(signal, before);
            }
        }
    }
}
