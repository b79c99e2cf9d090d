package io.lintel.camera;

/** NotificationScope when a camera's status changes, on the supervising thread: quick, and never throwing. */
@FunctionalInterface
public interface CameraListener {

    void changed(CameraStatus status);
}
