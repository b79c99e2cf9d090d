package io.lintel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final byte[] PLAIN = "Alva Unmistakable".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = {1, 2, 3};

    private final byte[] dataKey = new byte[AesGcm.KEY_BYTES];
    private final FieldCipher cipher = of(7);

    private FieldCipher of(long person) {
        return new FieldCipher(person, dataKey, new SecureRandom());
    }

    @Test
    void whatWasSealedOpens() {
        byte[] sealed = cipher.seal(SealedField.PERSON, 1, CONTEXT, PLAIN);

        assertThat(cipher.open(SealedField.PERSON, 1, CONTEXT, sealed)).isEqualTo(PLAIN);
        assertThat(sealed).hasSize(PLAIN.length + AesGcm.OVERHEAD_BYTES);
    }

    @Test
    void theSameTextIsNeverSealedAlikeTwice() {
        assertThat(cipher.seal(SealedField.PERSON, 1, PLAIN)).isNotEqualTo(cipher.seal(SealedField.PERSON, 1, PLAIN));
    }

    @Test
    void itOpensForItsPersonFieldRowAndContextOnly() {
        byte[] sealed = cipher.seal(SealedField.TEMPLATE, 1, CONTEXT, PLAIN);

        assertRefused(() -> of(8).open(SealedField.TEMPLATE, 1, CONTEXT, sealed));
        assertRefused(() -> cipher.open(SealedField.PORTRAIT, 1, CONTEXT, sealed));
        assertRefused(() -> cipher.open(SealedField.TEMPLATE, 2, CONTEXT, sealed));
        assertRefused(() -> cipher.open(SealedField.TEMPLATE, 1, new byte[] {1, 2}, sealed));
    }

    @Test
    void everyBitCounts() {
        byte[] sealed = cipher.seal(SealedField.TEMPLATE, 1, CONTEXT, PLAIN);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(() -> cipher.open(SealedField.TEMPLATE, 1, CONTEXT, altered));
        }
    }

    @Test
    void whateverElseStandsThereIsRefused() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int length = 0; length < 100; length++) {
            byte[] anything = new byte[length];
            random.nextBytes(anything);
            assertRefused(() -> cipher.open(SealedField.TEMPLATE, 1, CONTEXT, anything));
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.remedy()).contains("restore the last backup"));
    }
}
