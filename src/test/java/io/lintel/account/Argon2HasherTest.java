package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class Argon2HasherTest {

    private final Argon2Hasher hasher = new Argon2Hasher(new Argon2Parameters(8, 1, 1));

    /** From the reference implementation's test.c (github.com/P-H-C/phc-winner-argon2). */
    @Test
    void givesTheReferenceImplementationsAnswer() {
        String salt = Base64.getEncoder().withoutPadding().encodeToString("somesalt".getBytes(StandardCharsets.UTF_8));
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$" + salt + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches("password", reference)).isTrue();
        assertThat(hasher.matches("differentpassword", reference)).isFalse();
    }

    @Property(tries = 50)
    void aPasswordMatchesItsOwnHashAndNoOther(Generator any) {
        String one = any.text(40);
        String two = any.text(40);
        String stored = hasher.hash(one);

        assertThat(hasher.matches(one, stored)).isTrue();
        assertThat(hasher.matches(one + "x", stored)).isFalse();
        assertThat(hasher.hash(two)).isNotEqualTo(stored);
    }

    @Test
    void theSamePasswordFromAnotherKeyboardMatches() {
        String composed = "caf\u00e9 au lait";
        String decomposed = "cafe\u0301 au lait";

        assertThat(hasher.matches(decomposed, hasher.hash(composed))).isTrue();
    }

    @Test
    void nobodysPasswordIsNeverRight() {
        assertThat(hasher.matches("", null)).isFalse();
        assertThat(hasher.matches("anything", null)).isFalse();
    }

    @Test
    void aHashMadeWithLessCostIsOutdated() {
        String cheap = hasher.hash("x");

        assertThat(hasher.isOutdated(cheap)).isFalse();
        assertThat(new Argon2Hasher(new Argon2Parameters(16, 1, 1)).isOutdated(cheap))
                .isTrue();
    }

    @Test
    void aTamperedHashCannotEatTheMemory() {
        String huge = "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThatThrownBy(() -> hasher.matches("x", huge)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hasher.matches("x", "plain text")).isInstanceOf(IllegalArgumentException.class);
    }
}
