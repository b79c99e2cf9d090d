package io.lintel.alarm;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices that wait, oldest first, one small file each, so that they outlive a restart. When it is full the oldest go: the
 * newest say how things are now. When the disk takes no more, notices wait in memory. Thread-safe.
 */
final class NotificationQueue {

    private static final Logger LOG = System.getLogger(NotificationQueue.class.getName());
    private static final String SUFFIX = ".notice";

    /** A notice and its file; no file when the disk would not have it. */
    private record Waiting(Notification notice, @Nullable Path file) {}

    private final Path folder;
    private final int limit;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long next;
    private long dropped;

    /**
     * Opens the queue and finds what waited before a restart. A folder that cannot be used, on a disk that became read-only for
     * example, is no reason for a door to stay down: then notices wait in memory.
     *
     * @param limit how many notices may wait
     */
    NotificationQueue(Path folder, int limit) {
        this.folder = folder;
        this.limit = limit;
        try {
            Files.createDirectories(folder);
            load();
        } catch (IOException failed) {
            LOG.log(Level.ERROR, "the queue of notices in {0} cannot be opened: {1}", folder, failed.toString());
        }
    }

    synchronized void add(Notification notice) {
        waiting.add(new Waiting(notice, save(notice)));
        if (waiting.size() > limit) {
            dropped++;
            LOG.log(Level.ERROR, "notice dropped, queue full folder={0} id={1}", folder, remove());
        }
        notifyAll();
    }

    /** The oldest notice, which stays until it is {@link #taken}; null when none came in time. */
    synchronized @Nullable Notification oldest(long waitMillis) throws InterruptedException {
        if (waiting.isEmpty() && waitMillis > 0) {
            wait(waitMillis);
        }
        Waiting first = waiting.peek();
        return first == null ? null : first.notice;
    }

    /** It was delivered, or never will be. */
    synchronized void taken(Notification notice) {
        Waiting first = waiting.peek();
        if (first != null && first.notice.id().equals(notice.id())) {
            remove();
        }
    }

    /** Ends a wait in {@link #oldest}, with or without a notice. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized int size() {
        return waiting.size();
    }

    /** How many were lost because the queue was full. */
    synchronized long dropped() {
        return dropped;
    }

    private String remove() {
        Waiting first = waiting.remove();
        try {
            if (first.file != null) {
                Files.deleteIfExists(first.file);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "notice file={0} stays and may be sent again: {1}", first.file, failed.getMessage());
        }
        return first.notice.id();
    }

    private @Nullable Path save(Notification notice) {
        Path file = folder.resolve(String.format("%019d%s", next++, SUFFIX));
        try {
            AtomicFile.write(file, notice.id() + "\n" + notice.json() + "\n", AtomicFile.PRIVATE);
            return file;
        } catch (IOException full) {
            LOG.log(Level.ERROR, "notice id={0} waits in memory only: {1}", notice.id(), full.toString());
            return null;
        }
    }

    private void load() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() == 2) {
                waiting.add(new Waiting(new Notification(lines.get(0), lines.get(1)), file));
            } else {
                LOG.log(Level.ERROR, "notice file={0} is damaged and left out", file);
                Files.delete(file);
            }
            next = Long.parseLong(file.getFileName().toString().replace(SUFFIX, "")) + 1;
        }
    }
}
