package io.lintel.fuzz;

import io.lintel.account.UserName;
import io.lintel.audit.chain.NotedHash;
import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.camera.CameraSettings;
import io.lintel.config.TrustedProxies;
import io.lintel.door.gpio.LineAddress;
import io.lintel.gallery.PersonName;
import io.lintel.schedule.Period;
import io.lintel.schedule.TimeFormat;
import io.lintel.system.AddressText;
import java.nio.charset.StandardCharsets;

/** What people type into one field. */
class SmallTextsFuzzTest {

    @Fuzz
    void period(byte[] input) {
        Period.parseList(text(input));
    }

    @Fuzz
    void timeOfDay(byte[] input) {
        TimeFormat.parse(text(input));
    }

    @Fuzz
    void lineAddress(byte[] input) {
        LineAddress.parse(text(input));
    }

    @Fuzz(tries = 300)
    void proxies(byte[] input) {
        TrustedProxies.parse(text(input));
    }

    @Fuzz
    void cameraAddress(byte[] input) {
        CameraSettings.defaults().withAddress(text(input));
    }

    @Fuzz
    void maskedAddress(byte[] input) {
        AddressText.masked(text(input));
    }

    @Fuzz
    void userName(byte[] input) {
        UserName.of(text(input));
    }

    @Fuzz
    void personName(byte[] input) {
        new PersonName(text(input));
    }

    @Fuzz
    void auditKey(byte[] input) {
        PublicAuditKey.parse(text(input));
    }

    @Fuzz
    void notedHash(byte[] input) {
        NotedHash.parse(text(input));
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
