package io.lintel.door.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;

/** Gives out the relay of a {@link SimulatedBoard}. */
final class SimulatedOutputProvider extends DigitalOutputProviderBase {

    private final SimulatedBoard board;

    SimulatedOutputProvider(SimulatedBoard board) {
        super("lintel-simulated-output", "Lintel simulated output");
        this.board = board;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        Output output = new Output(this, config);
        context.registry().add(output);
        return output;
    }

    private static final class Output extends DigitalOutputBase {

        private final SimulatedBoard board;

        Output(SimulatedOutputProvider provider, DigitalOutputConfig config) {
            super(provider, config);
            this.board = provider.board;
        }

        @Override
        public DigitalOutput state(DigitalState next) {
            board.coil(next == DigitalState.HIGH);
            return super.state(next);
        }
    }
}
