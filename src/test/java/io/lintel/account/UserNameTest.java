package io.lintel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

    @Test
    void caseWidthAndSpacesAroundDoNotMatter() {
        assertThat(UserName.of("  Anna ")).isEqualTo(UserName.of("anna"));
        assertThat(UserName.of("ＡＮＮＡ")).isEqualTo(UserName.of("anna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "two words", "a\nb", "<script>", "anna\u202egrub"})
    void whatCouldDeceiveOrBreakALineIsNoName(String typed) {
        assertThat(UserName.parse(typed)).isEmpty();
        assertThatThrownBy(() -> UserName.of(typed)).isInstanceOf(AccountException.class);
    }

    @Test
    void tenThousandEmojiAreNoName() {
        assertThat(UserName.parse("🦊".repeat(10_000))).isEmpty();
    }

    @Property
    void anyTextEitherParsesToAStableNameOrNot(Generator any) {
        String typed = any.text(255);
        UserName.parse(typed)
                .ifPresent(name -> assertThat(UserName.of(name.value())).isEqualTo(name));
    }
}
