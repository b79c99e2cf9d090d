package io.lintel.door;

import io.lintel.door.Cause.Origin;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The door. One thread of its own owns the rules and the relay; everybody else sends it signals through a bounded queue and
 * nobody can make it wait. It needs no camera, no model and no database, so request-to-exit and fire work without them.
 * Thread-safe.
 *
 * <p>Use: {@code new Door(…)}, {@link #listen} for each listener, {@link #start} once, {@link #close} once.
 */
public final class Door implements DoorControl, AutoCloseable {

    private static final Logger LOG = System.getLogger(Door.class.getName());

    private static final int QUEUE = 256;
    private static final long ANSWER_MILLIS = 1_000;
    private static final long BEAT_NANOS = 250_000_000L;
    private static final Duration ALIVE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final DoorHardware hardware;
    private final MonotonicClock clock;
    private final EventFanout fanout;
    private final DoorMachine machine;
    private final LockDriver driver;
    private final GuardedRelay relay;
    private final RelayGuard guard;
    private final InputWiring inputs;
    private final BlockingQueue<PendingSignal> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = Thread.ofPlatform().name("door").unstarted(this::run);

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean closing;
    private volatile long beat;
    private volatile DoorView view;

    /**
     * @param wallClock stamps the events; no rule depends on it
     * @param restored lock-down and operator's orders from before a restart, see {@link ModeMemory}
     */
    public Door(
            DoorSettings settings,
            DoorHardware hardware,
            MonotonicClock clock,
            InstantSource wallClock,
            DoorModes restored) {
        this.hardware = hardware;
        this.clock = clock;
        this.fanout = new EventFanout(wallClock);
        this.machine = new DoorMachine(settings, restored, fanout);
        this.relay = new GuardedRelay(hardware.relay(), settings, clock);
        this.driver = new LockDriver(machine, relay, clock);
        this.guard = new RelayGuard(relay, () -> send(new Signal.LockedByForce(DoorEventKind.MAXIMUM_ENFORCED, "")));
        this.inputs = new InputWiring(hardware.inputs(), this::send);
        this.view = machine.view();
        this.beat = clock.nanos();
    }

    /**
     * Adds a listener; only before {@link #start}.
     *
     * @param name for logs and its thread
     */
    public void listen(String name, DeliveryGuarantee delivery, DoorListener listener) {
        fanout.add(new ListenerQueue(name, delivery, listener));
    }

    /**
     * Locks, reads the contacts and begins to work.
     *
     * @throws RelayException if the relay cannot be locked at the start
     */
    public void start() {
        driver.begin();
        fanout.start();
        machine.start(Boolean.TRUE.equals(inputs.told().get(DoorInput.DOOR_SENSOR)), clock.nanos());
        thread.start();
        guard.start();
        inputs.listen();
    }

    @Override
    public boolean unlockOnce(String cause) {
        return ask(new Signal.Unlock(new Cause(Origin.GRANT, cause)));
    }

    @Override
    public boolean openOnce(String operator) {
        return ask(new Signal.Unlock(new Cause(Origin.OPERATOR, operator)));
    }

    @Override
    public boolean order(OperatorOrder order, String operator) {
        return ask(new Signal.Operator(order, new Cause(Origin.OPERATOR, operator)));
    }

    @Override
    public boolean schedule(boolean unlocked, String which) {
        return ask(new Signal.Schedule(unlocked, new Cause(Origin.SCHEDULE, which)));
    }

    @Override
    public boolean lockDown(boolean on, String by) {
        return ask(new Signal.LockDown(on, new Cause(Origin.LOCK_DOWN, by)));
    }

    /**
     * Other times and limits from now on; the wiring stays as it is.
     *
     * @throws LintelException if the door does not answer
     */
    public void use(DoorSettings settings) {
        if (!ask(new Signal.Limits(settings))) {
            throw new LintelException("The door did not take the new settings", "start Lintel again");
        }
    }

    @Override
    public DoorStatus status() {
        boolean answers = clock.nanos() - beat < ALIVE.toNanos();
        boolean alive = thread.isAlive() && guard.isAlive() && answers;
        return new DoorStatus(view, alive, driver.fault(), hardware.relay().name());
    }

    /**
     * Locks, tells the listeners, takes the power off the relay and gives all lines back; at most some seven seconds, when
     * everything hangs. Once is enough.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        closing = true;
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(STOP);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        guard.close();
        driver.close();
        inputs.close();
        hardware.release().run();
        fanout.close(DRAIN);
    }

    /** What each wired contact says now: leaf open, button pressed, fire, cover off. One that cannot be read is missing. */
    public Map<DoorInput, Boolean> contacts() {
        return inputs.told();
    }

    private boolean ask(Signal signal) {
        PendingSignal command = new PendingSignal(signal);
        return !closing && queue.offer(command) && command.await(ANSWER_MILLIS);
    }

    /**
     * For contacts and the guard: no answer wanted.
     *
     * @return false when the queue is full
     */
    private boolean send(Signal signal) {
        return queue.offer(new PendingSignal(signal));
    }

    private void run() {
        try {
            while (!closing) {
                try {
                    turn();
                } catch (RuntimeException mistake) {
                    LOG.log(Level.ERROR, "door rule failed, locking", mistake);
                    driver.lockByForce(mistake.toString());
                }
            }
            machine.stop(clock.nanos());
            driver.settle();
        } catch (InterruptedException stop) {
            LOG.log(Level.ERROR, "door thread was interrupted");
        } finally {
            view = machine.view();
            driver.close();
        }
    }

    /** What is due first, so that a lock that is due reaches the relay before a new release does. */
    private void turn() throws InterruptedException {
        inputs.readAgainIfMissed(machine, clock.nanos());
        settleWhatIsDue();
        PendingSignal command = queue.poll(driver.waitAtMost(clock.nanos(), BEAT_NANOS), TimeUnit.NANOSECONDS);
        settleWhatIsDue();
        if (command != null && command.take()) {
            obey(command);
        }
        view = machine.view();
        beat = clock.nanos();
    }

    private void obey(PendingSignal command) {
        boolean done = done(command.signal());
        // Before the answer: whoever asks for the state after it finds what they ordered.
        view = machine.view();
        command.answer(done);
    }

    private void settleWhatIsDue() {
        machine.advance(clock.nanos());
        driver.settle();
    }

    private boolean done(Signal signal) {
        if (signal instanceof Signal.Unlock(Cause cause) && !fanout.hasRoomForGrants()) {
            machine.refuse(cause, "the audit log is behind");
            return false;
        }
        boolean accepted = machine.handle(signal, clock.nanos());
        if (signal instanceof Signal.Limits(DoorSettings settings)) {
            // First ends a pulse that is too long by now: the guard has nothing to enforce
            settleWhatIsDue();
            relay.limitTo(settings);
            return accepted;
        }
        return driver.settle() && accepted;
    }
}
