package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;

/** Any order in which pictures are written, read, given back, and writers hang and return. */
class FrameMailboxPropertyTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    enum Step {
        WRITE,
        TAKE,
        GIVE_BACK,
        GIVE_BACK_AGAIN,
        WRITER_HANGS,
        HANGING_WRITER_RETURNS,
        DISCARD
    }

    private final List<FrameMailbox.Writer> hanging = new ArrayList<>();
    private final FrameMailbox mailbox = new FrameMailbox();
    private FrameMailbox.Writer writer = mailbox.newWriter();
    private Frame lent;
    private Frame before;
    private long written;
    private long lastSequence;

    @Property
    void neverAnOlderFrameAfterANewerOneNeverASharedPictureAndNoLeak(Generator any) throws InterruptedException {
        List<Step> steps = any.listOf(0, 200, () -> any.of(Step.values()));
        for (Step step : steps) {
            apply(step);
            assertThat(writer.buffer()).isNotSameAs(lent == null ? null : lent.pixels());
            assertThat(mailbox.owned()).isLessThanOrEqualTo(3 + hanging.size());
        }
        mailbox.close();
        writer.close();
        hanging.forEach(FrameMailbox.Writer::close);
        if (lent != null) {
            lent.close();
        }
        assertThat(mailbox.owned()).isZero();
    }

    private void apply(Step step) throws InterruptedException {
        switch (step) {
            case WRITE -> write();
            case TAKE -> take();
            case GIVE_BACK -> giveBack();
            case GIVE_BACK_AGAIN -> {
                if (before != null) {
                    before.close();
                }
            }
            case WRITER_HANGS -> {
                hanging.add(writer);
                writer.revoke();
                writer = mailbox.newWriter();
            }
            case HANGING_WRITER_RETURNS -> {
                if (!hanging.isEmpty()) {
                    FrameMailbox.Writer back = hanging.removeFirst();
                    back.publish(-1);
                    back.close();
                }
            }
            case DISCARD -> mailbox.discard();
        }
    }

    private void write() {
        writer.buffer().create(4, 4, CvType.CV_8UC3);
        writer.buffer().put(0, 0, new byte[] {(byte) ++written, 0, 0});
        writer.publish(written);
    }

    private void take() throws InterruptedException {
        giveBack();
        lent = mailbox.take(Duration.ZERO);
        if (lent != null) {
            assertThat(lent.sequence()).isGreaterThan(lastSequence).isEqualTo(written);
            assertThat(lent.capturedNanos()).isEqualTo(written);
            assertThat((byte) lent.pixels().get(0, 0)[0]).isEqualTo((byte) written);
            lastSequence = lent.sequence();
        }
    }

    private void giveBack() {
        if (lent != null) {
            assertThat((byte) lent.pixels().get(0, 0)[0]).isEqualTo((byte) lent.capturedNanos());
            lent.close();
            before = lent;
            lent = null;
        }
    }
}
