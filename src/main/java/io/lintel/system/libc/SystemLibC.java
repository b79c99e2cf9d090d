package io.lintel.system.libc;

/**
 * Picks the binding. {@code IN_IMAGE} is a constant while an image is built (application classes are initialised at build
 * time), so the image holds no java.lang.foreign code, and the JVM never loads the class that needs GraalVM.
 */
final class SystemLibC {

    private static final boolean IN_IMAGE = System.getProperty("org.graalvm.nativeimage.imagecode") != null;

    static final LibC INSTANCE = IN_IMAGE ? new ImageLibC() : new ForeignLibC();

    private SystemLibC() {}
}
