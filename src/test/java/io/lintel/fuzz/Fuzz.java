package io.lintel.fuzz;

import io.lintel.system.LintelException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parser that is given bytes, its one parameter: the files of {@code src/test/resources/fuzz/CLASS/METHOD}, and mutations of them. It may take them or
 * refuse them with an exception that it declares; anything else is a finding, and so is too much memory. The same mutations each time; {@code make fuzz}
 * goes on with Jazzer, which looks for inputs that reach more of the code.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(FuzzExtension.class)
public @interface Fuzz {

    /** Mutations in a run of the tests. */
    int tries() default 1000;

    /** How the parser says no. */
    Class<? extends Throwable>[] refusals() default LintelException.class;

    /** What one input may allocate, megabytes. */
    int mostMegabytes() default 64;
}
