package io.lintel.door.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import io.lintel.door.DoorInput;

/** Gives out the contacts of a {@link SimulatedBoard}. */
final class SimulatedInputProvider extends DigitalInputProviderBase {

    private final SimulatedBoard board;

    SimulatedInputProvider(SimulatedBoard board) {
        super("lintel-simulated-input", "Lintel simulated input");
        this.board = board;
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        Input input = new Input(this, config, LineId.input(config.id()));
        context.registry().add(input);
        return input;
    }

    private static final class Input extends DigitalInputBase {

        private final SimulatedBoard board;
        private final DoorInput input;

        Input(SimulatedInputProvider provider, DigitalInputConfig config, DoorInput input) {
            super(provider, config);
            this.board = provider.board;
            this.input = input;
        }

        @Override
        public DigitalInput initialize(Context context) {
            super.initialize(context);
            board.onContact(input, state -> dispatch(new DigitalStateChangeEvent<DigitalInput>(this, state)));
            return this;
        }

        @Override
        public DigitalState state() {
            return board.contact(input);
        }
    }
}
