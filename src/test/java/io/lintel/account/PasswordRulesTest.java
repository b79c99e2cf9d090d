package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final UserName ANNA = UserName.of("anna.berg");

    private static final PasswordRules RULES = PasswordRules.shipped();

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
        assertThat(RULES.flaws(ANNA, password)).isEmpty();
    }

    @Property
    void nothingShorterThanTwelveCharactersIsAccepted(Generator any) {
        String password = any.text(11);
        assertThat(RULES.flaws(ANNA, password)).contains(PasswordFlaw.TOO_SHORT);
    }

    @Test
    void emojiCountAsOneCharacterEach() {
        assertThat(RULES.flaws(ANNA, "🦊🐢🦉🐝🦔🐙")).contains(PasswordFlaw.TOO_SHORT);
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
        assertThat(RULES.flaws(ANNA, password)).contains(PasswordFlaw.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.berg.1234", "Anna-Berg-2026", "annaberganna.berg", "!!anna.berg!!"})
    void theUserNameWithDecorationIsRefused(String password) {
        assertThat(RULES.flaws(ANNA, password)).contains(PasswordFlaw.LIKE_USER_NAME);
    }

    @Property
    void oneRepeatedCharacterIsRefused(Generator any) {
        char character = (char) any.intBetween(0, 0xffff);
        int length = any.intBetween(12, 60);
        assertThat(RULES.flaws(ANNA, String.valueOf(character).repeat(length))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abababababab", "abcdefghijklmn", "987654321987", "xyzxyzxyzxyz"})
    void aPatternIsRefused(String password) {
        assertThat(RULES.flaws(ANNA, password)).isNotEmpty();
    }

    @Test
    void aPasswordOfAMillionCharactersIsRefusedWithoutLookingAtIt() {
        assertThat(RULES.flaws(ANNA, "ab c".repeat(250_000))).containsExactly(PasswordFlaw.TOO_LONG);
    }
}
