package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final UserName ANNA = UserName.of("anna.berg");

    private final PasswordRules rules = PasswordRules.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green kettles",
                "Tr0ub4dor&3-and-more",
                "пароль из слов",
                "🦊🐢🦉🐝🦔🐙 zoo wall",
                "x8Kq!mz2Wp#v"
            })
    void aLongUncommonPasswordIsAccepted(String password) {
        assertThat(rules.flaws(ANNA, password)).isEmpty();
    }

    @Property
    void nothingShorterThanTwelveCharactersIsAccepted(@ForAll @StringLength(max = 11) String password) {
        assertThat(rules.flaws(ANNA, password)).contains(PasswordFlaw.TOO_SHORT);
    }

    @Test
    void emojiCountAsOneCharacterEach() {
        assertThat(rules.flaws(ANNA, "🦊🐢🦉🐝🦔🐙")).contains(PasswordFlaw.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password-1234",
                "P@ssw0rd 1234",
                "correct horse battery staple",
                "Administrator1"
            })
    void aCommonPasswordIsRefusedHoweverItIsDecorated(String password) {
        assertThat(rules.flaws(ANNA, password)).contains(PasswordFlaw.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.berg.1234", "Anna-Berg-2026", "annaberganna.berg", "!!anna.berg!!"})
    void theUserNameWithDecorationIsRefused(String password) {
        assertThat(rules.flaws(ANNA, password)).contains(PasswordFlaw.LIKE_USER_NAME);
    }

    @Property
    void oneRepeatedCharacterIsRefused(@ForAll char character, @ForAll @IntRange(min = 12, max = 60) int length) {
        assertThat(rules.flaws(ANNA, String.valueOf(character).repeat(length))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abababababab", "abcdefghijklmn", "987654321987", "xyzxyzxyzxyz"})
    void aPatternIsRefused(String password) {
        assertThat(rules.flaws(ANNA, password)).isNotEmpty();
    }

    @Test
    void aPasswordOfAMillionCharactersIsRefusedWithoutLookingAtIt() {
        assertThat(rules.flaws(ANNA, "ab c".repeat(250_000))).containsExactly(PasswordFlaw.TOO_LONG);
    }
}
