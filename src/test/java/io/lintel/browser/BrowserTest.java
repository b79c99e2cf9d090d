package io.lintel.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test that needs a Chromium and the face models, as the demo does. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "io.lintel.browser.BrowserTestNeeds#met",
        disabledReason = "no Chromium (apt-get install chromium), or no face models (make models)")
public @interface BrowserTest {}
