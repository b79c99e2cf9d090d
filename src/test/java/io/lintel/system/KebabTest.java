package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KebabTest {

    private enum Sample {
        LOCKED_OUT {
            @Override
            boolean isFinal() {
                return true;
            }
        };

        abstract boolean isFinal();
    }

    @Test
    void capitalsAndUnderscoresBecomeLowerCaseAndHyphens() {
        assertThat(Kebab.of(TimeUnit.DAYS)).isEqualTo("days");
        assertThat(Kebab.of(Sample.LOCKED_OUT)).isEqualTo("locked-out");
    }
}
