package io.lintel.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** What Jazzer calls (lab/fuzz): the {@link Fuzz} test that the property fuzz.target names, such as {@code io.lintel.backup.BackupFuzzTest#keyFile}. */
public final class JazzerTarget {

    private static @Nullable FuzzTarget target;

    private JazzerTarget() {}

    /** Called once. */
    public static void fuzzerInitialize() throws ReflectiveOperationException {
        String[] name = System.getProperty("fuzz.target", "").split("#");
        Class<?> type = Class.forName(name[0]);
        Method method = type.getDeclaredMethod(name[1], byte[].class);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object test = constructor.newInstance();
        target = new FuzzTarget(
                method.getAnnotation(Fuzz.class), input -> ReflectionSupport.invokeMethod(method, test, input));
    }

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzTarget chosen = target;
        if (chosen == null) {
            throw new IllegalStateException("not initialised");
        }
        chosen.run(input);
    }
}
