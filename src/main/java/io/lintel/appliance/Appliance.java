package io.lintel.appliance;

import io.lintel.appliance.Component.StartPhase;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The running product: its components in the order in which they start. They stop in the reverse order, whichever of them failed. Thread-safe.
 */
public final class Appliance {

    /** What a component that waits for database or models is told to wait until the next attempt. */
    public static final Duration RETRY = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Appliance.class.getName());
    /** A start that is at work (models load for seconds) is waited for this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Component> components;
    private final Duration retry;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("component-starter").unstarted(this::startWhenPossible);
    private final Deque<Component> started = new ArrayDeque<>(); // the last one first; guarded by itself
    private boolean stopping; // guarded by started
    private volatile String startError = "";

    /** @param components in the order in which they start; phases in their order, names all different */
    public Appliance(List<Component> components) {
        this(components, RETRY);
    }

    Appliance(List<Component> components, Duration retry) {
        this.components = List.copyOf(components);
        this.retry = retry;
        Set<String> names = new HashSet<>();
        StartPhase last = StartPhase.BEFORE_PAGES;
        for (Component component : components) {
            if (!names.add(component.name())) {
                throw new IllegalArgumentException("two components are named " + component.name());
            }
            if (component.startPhase().compareTo(last) < 0) {
                throw new IllegalArgumentException(component.name() + " starts before the one before it");
            }
            last = component.startPhase();
        }
    }

    /** In the order in which they start. */
    public List<Component> components() {
        return components;
    }

    /**
     * Starts what has to run before the pages listen. A failure is left to {@link #start}, which tries again and says so.
     */
    public synchronized void startBeforePages() {
        try {
            startAll(StartPhase.BEFORE_PAGES);
        } catch (LintelException e) {
            LOG.log(Level.DEBUG, "start tries again and then says what is wrong", e);
        }
    }

    /**
     * Starts the rest, or all; what has to wait for database or models is tried again on a thread of its own.
     *
     * @throws LintelException if a component that waits for nothing does not start
     */
    public synchronized void start() {
        startAll(StartPhase.BEFORE_PAGES);
        startAll(StartPhase.WITH_PAGES);
        starter.start();
    }

    private void startAll(StartPhase phase) {
        components.stream()
                .filter(component -> component.startPhase() == phase && !isStarted(component))
                .forEach(this::start);
    }

    private void start(Component component) {
        try {
            component.start();
        } catch (RuntimeException e) {
            stop(component);
            throw e;
        }
        synchronized (started) {
            if (!stopping) {
                started.push(component);
                return;
            }
        }
        stop(component); // the stop did not know of it
    }

    private void startWhenPossible() {
        try {
            while (!tryToStartWaiting()) {
                Thread.sleep(retry);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "stopped before all components had started");
        }
    }

    /** Each one starts after those before it: the first failure ends the round. */
    private boolean tryToStartWaiting() {
        try {
            for (Component component : components) {
                if (isStopping()) {
                    return true;
                }
                if (!isStarted(component)) {
                    start(component);
                }
            }
            startError = "";
            return true;
        } catch (LintelException e) {
            waitFor(e.getMessage() + " (" + e.remedy() + ")", null);
        } catch (RuntimeException e) {
            waitFor(e + " (see the log)", e);
        }
        return false;
    }

    private void waitFor(String reason, @Nullable RuntimeException fault) {
        if (!reason.equals(startError)) {
            components.stream()
                    .filter(component -> !isStarted(component))
                    .forEach(waiting -> LOG.log(Level.ERROR, "{0} state=off reason=\"{1}\"", waiting.name(), reason));
            if (fault != null) {
                LOG.log(Level.ERROR, "a component failed to start, it is tried again", fault);
            }
        }
        startError = reason;
    }

    /** Stops what has started, the last one first; one that fails to stop keeps none of the others running. */
    public void stop() {
        synchronized (started) {
            stopping = true;
        }
        starter.interrupt();
        try {
            if (starter.isAlive()) { // join throws where it was never started
                starter.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Component component = next(); component != null; component = next()) {
            stop(component);
        }
    }

    private @Nullable Component next() {
        synchronized (started) {
            return started.poll();
        }
    }

    private static void stop(Component component) {
        try {
            component.stop();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "stop of " + component.name() + " failed", e);
        }
    }

    /** What the watchdog asks: started components whose threads do not answer, by name. */
    public List<String> unresponsiveComponents() {
        return running().stream()
                .filter(component -> !component.isResponsive())
                .map(Component::name)
                .toList();
    }

    /** How a component is; of one that has not started, why. */
    public Optional<ComponentStatus> status(Component component) {
        return isStarted(component) ? component.status() : Optional.of(notStarted(component));
    }

    private ComponentStatus notStarted(Component component) {
        if (component.startPhase() != StartPhase.WHEN_POSSIBLE) {
            return ComponentStatus.bad(component.name(), "not started", "look at the log");
        }
        return startError.isEmpty()
                ? ComponentStatus.starting(component.name(), "starting")
                : ComponentStatus.bad(component.name(), "off: " + startError, "it is tried again every five seconds");
    }

    private List<Component> running() {
        synchronized (started) {
            return new ArrayList<>(started).reversed();
        }
    }

    private boolean isStarted(Component component) {
        synchronized (started) {
            return started.contains(component);
        }
    }

    private boolean isStopping() {
        synchronized (started) {
            return stopping;
        }
    }
}
