package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.FakeClock;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class FrameMailboxTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private static final Duration NOW = Duration.ZERO;

    private final FrameMailbox mailbox = new FrameMailbox();

    private static void publish(FrameMailbox.Writer writer, long nanos) {
        writer.buffer().create(48, 64, CvType.CV_8UC3);
        writer.publish(nanos);
    }

    private void take(Duration timeout) {
        try {
            mailbox.take(timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNewerPictureReplacesTheUnreadOne() throws InterruptedException {
        FrameMailbox.Writer writer = mailbox.newWriter();
        publish(writer, 1);
        publish(writer, 2);
        publish(writer, 3);

        try (Frame frame = mailbox.take(NOW)) {
            assertThat(frame.sequence()).isEqualTo(3);
            assertThat(frame.capturedNanos()).isEqualTo(3);
        }
        assertThat(mailbox.take(NOW)).isNull();
        assertThat(mailbox.replaced()).isEqualTo(2);
    }

    @Test
    void aFrameBeingReadIsNotWrittenTo() throws InterruptedException {
        FrameMailbox.Writer writer = mailbox.newWriter();
        publish(writer, 1);
        try (Frame frame = mailbox.take(NOW)) {
            for (int i = 2; i < 20; i++) {
                assertThat(writer.buffer()).isNotSameAs(frame.pixels());
                publish(writer, i);
            }
        }
    }

    @Test
    void takingTwiceWithoutGivingBackIsAProgrammersMistake() throws InterruptedException {
        publish(mailbox.newWriter(), 1);
        try (Frame frame = mailbox.take(NOW)) {
            assertThat(frame).isNotNull();
            assertThatThrownBy(() -> mailbox.take(NOW)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingAFrameTwiceDoesNotTakeTheNextOnesPictureAway() throws InterruptedException {
        FrameMailbox.Writer writer = mailbox.newWriter();
        publish(writer, 1);
        Frame first = mailbox.take(NOW);
        first.close();
        publish(writer, 2);
        Frame second = mailbox.take(NOW);
        first.close();
        publish(writer, 3);
        publish(writer, 4);

        assertThat(writer.buffer()).isNotSameAs(second.pixels());
        assertThat(mailbox.owned()).isEqualTo(3);
    }

    @Test
    void aWriterThatHangsIsCutOffAndWhatItDeliversLaterIsDropped() throws InterruptedException {
        FrameMailbox.Writer hanging = mailbox.newWriter();
        publish(hanging, 1);
        hanging.revoke();
        mailbox.discard();
        Mat heldByTheDriver = hanging.buffer();
        FrameMailbox.Writer next = mailbox.newWriter();
        assertThat(next.buffer()).isNotSameAs(heldByTheDriver);

        hanging.publish(2);
        assertThat(mailbox.take(NOW)).isNull();

        publish(next, 3);
        try (Frame frame = mailbox.take(NOW)) {
            assertThat(frame.capturedNanos()).isEqualTo(3);
        }
    }

    @Test
    void aHundredHangingWritersThatComeBackLeaveThreePicturesBehind() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            FrameMailbox.Writer hanging = mailbox.newWriter();
            publish(hanging, i);
            hanging.revoke();
            try (FrameMailbox.Writer next = mailbox.newWriter()) {
                publish(next, i);
                publish(next, i);
                mailbox.take(NOW).close();
            }
            hanging.close();
        }
        assertThat(mailbox.owned()).isLessThanOrEqualTo(3);
    }

    @Test
    void closingTheMailboxWakesTheReaderAndFreesEveryPicture() throws InterruptedException {
        FrameMailbox.Writer writer = mailbox.newWriter();
        publish(writer, 1);
        Frame frame = mailbox.take(NOW);
        publish(writer, 2);
        frame.close();
        mailbox.take(NOW).close();
        Thread reader = Thread.ofPlatform().start(() -> take(Duration.ofMinutes(1)));

        mailbox.close();
        writer.close();
        reader.join(5000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(mailbox.owned()).isZero();
        assertThat(mailbox.take(Duration.ofMinutes(1))).isNull();
    }

    @Test
    void theAgeOfAFrameIsMeasuredOnTheMonotonicClock() throws InterruptedException {
        FakeClock clock = new FakeClock();
        publish(mailbox.newWriter(), clock.nanos());
        clock.advance(Duration.ofMillis(500));
        try (Frame frame = mailbox.take(NOW)) {
            assertThat(frame.isOlderThan(Duration.ofMillis(500), clock)).isFalse();
            clock.advance(Duration.ofNanos(1));
            assertThat(frame.isOlderThan(Duration.ofMillis(500), clock)).isTrue();
            assertThat(frame.age(clock)).isEqualTo(Duration.ofNanos(500_000_001));
        }
    }
}
