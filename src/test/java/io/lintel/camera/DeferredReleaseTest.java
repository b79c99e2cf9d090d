package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredReleaseTest {

    private final AtomicInteger freed = new AtomicInteger();
    private final DeferredRelease natives = new DeferredRelease(freed::incrementAndGet);

    @Test
    void closeFreesAtOnceWhenNobodyIsInside() {
        natives.inside(() -> assertThat(freed).hasValue(0));

        natives.close();
        natives.close();

        assertThat(freed).hasValue(1);
        assertThatThrownBy(() -> natives.inside(() -> {})).isInstanceOf(CameraException.class);
    }

    @Test
    void closeReturnsAtOnceAndTheOneInsideFreesWhenItLeaves() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch driverLetsGo = new CountDownLatch(1);
        Thread hanging = Thread.startVirtualThread(() -> natives.inside(() -> {
            entered.countDown();
            awaitUninterruptibly(driverLetsGo);
        }));
        entered.await();

        natives.close();
        assertThat(freed).hasValue(0);

        driverLetsGo.countDown();
        hanging.join();
        await().untilAtomic(freed, org.hamcrest.Matchers.is(1));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
