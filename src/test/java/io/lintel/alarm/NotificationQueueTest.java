package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationQueueTest {

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = root.resolve("webhook");
    }

    @Test
    void keepsNoticesInOrderOverARestart() throws InterruptedException {
        NotificationQueue before = new NotificationQueue(folder, 100);
        for (int i = 0; i < 12; i++) {
            before.add(notice(i));
        }
        before.taken(notice(0));

        NotificationQueue after = new NotificationQueue(folder, 100);
        after.add(notice(12));

        assertThat(drain(after)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(new NotificationQueue(folder, 100).size()).isZero();
    }

    @Test
    void dropsTheOldestWhenItIsFull() throws InterruptedException {
        NotificationQueue queue = new NotificationQueue(folder, 3);
        for (int i = 0; i < 5; i++) {
            queue.add(notice(i));
        }

        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(new NotificationQueue(folder, 3).size()).isEqualTo(3);
        assertThat(drain(queue)).containsExactly("2", "3", "4");
    }

    @Test
    void aNoticeDroppedDuringItsDeliveryDoesNotRemoveTheNextOne() throws InterruptedException {
        NotificationQueue queue = new NotificationQueue(folder, 1);
        queue.add(notice(1));
        queue.add(notice(2));
        queue.taken(notice(1));

        assertThat(drain(queue)).containsExactly("2");
    }

    @Test
    void leavesOutWhatAPowerCutDamaged() throws IOException, InterruptedException {
        new NotificationQueue(folder, 3).add(notice(1));
        Files.writeString(folder.resolve("0000000000000000007.notice"), "half");
        Files.writeString(folder.resolve("0000000000000000008.notice.new"), "not renamed yet");

        assertThat(drain(new NotificationQueue(folder, 3))).containsExactly("1");
    }

    @Test
    void keepsInMemoryWhatTheDiskDoesNotTake() throws IOException, InterruptedException {
        NotificationQueue queue = new NotificationQueue(folder, 3);
        Files.delete(folder);
        Files.writeString(folder, "a file where the folder was");
        queue.add(notice(1));
        queue.add(notice(2));

        assertThat(drain(queue)).containsExactly("1", "2");
    }

    @Test
    void worksInMemoryWhereTheFolderCannotBeMade() throws IOException, InterruptedException {
        Files.writeString(folder, "a file where the folder should be");
        NotificationQueue queue = new NotificationQueue(folder, 3);
        queue.add(notice(1));

        assertThat(drain(queue)).containsExactly("1");
    }

    private static List<String> drain(NotificationQueue queue) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Notification notice = queue.oldest(0); notice != null; notice = queue.oldest(0)) {
            ids.add(notice.id());
            queue.taken(notice);
        }
        return ids;
    }

    private static Notification notice(int id) {
        return new Notification(Integer.toString(id), "{\"n\":" + id + ",\"text\":\"Tür\"}");
    }
}
