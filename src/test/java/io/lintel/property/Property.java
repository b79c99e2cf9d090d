package io.lintel.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that holds for everything its one parameter, a {@link Generator}, generates. Each try has its own instance of the
 * test class, with its {@code @BeforeEach} and {@code @AfterEach} methods; callbacks of other extensions run once for all
 * tries. {@code -Dproperty.seed=N} begins with a given case, {@code -Dproperty.factor=N} multiplies all tries by N.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(PropertyExtension.class)
public @interface Property {

    int tries() default 1000;
}
