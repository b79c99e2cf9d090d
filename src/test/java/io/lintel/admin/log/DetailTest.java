package io.lintel.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DetailTest {

    private static Map<String, String> shown(String json) {
        return Detail.of(EventDetails.of(json), ZoneOffset.UTC).stream()
                .collect(Collectors.toMap(Detail::key, Detail::value));
    }

    @Test
    void aSmallNumberHasNoExponent() {
        assertThat(shown("{\"site_share\":9.233E-5,\"sharpness\":1.25E7,\"votes\":3,\"margin\":0.5,\"note\":\"9E-5\"}"))
                .containsEntry("site_share", "0.00009233")
                .containsEntry("sharpness", "12500000")
                .containsEntry("votes", "3")
                .containsEntry("margin", "0.5")
                .containsEntry("note", "9E-5");
    }

    @Test
    void aRateIsSaidAsOneInSoMany() {
        Map<String, String> shown = shown("{\"threshold_fmr\":9.233E-5,\"threshold_fpir\":0.003}");
        Language german = Languages.all().stream()
                .filter(language -> language.code().equals("de"))
                .findFirst()
                .orElseThrow();

        assertThat(shown).containsEntry("threshold_fmr", "1 in 10,831").containsEntry("threshold_fpir", "1 in 333");
        assertThat(german.say("1 in 10,831")).isEqualTo("1 von 10.831");
        assertThat(shown("{\"threshold_fmr\":0.0}")).containsEntry("threshold_fmr", "0.0");
    }
}
