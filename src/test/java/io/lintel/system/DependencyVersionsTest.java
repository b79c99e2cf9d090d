package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.util.Version;
import java.lang.module.ModuleDescriptor;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** What is really on the class path, whatever a BOM says: versions before these have known holes (0143). */
class DependencyVersionsTest {

    private static ModuleDescriptor.Version version(String text) {
        return ModuleDescriptor.Version.parse(text.replace(".Final", ""));
    }

    @Test
    void nettyReadsWhatAnybodySends() {
        assertThat(Version.identify().values())
                .isNotEmpty()
                .allSatisfy(artifact -> assertThat(version(artifact.artifactVersion()))
                        .as(artifact.artifactId())
                        .isGreaterThanOrEqualTo(version("4.1.138")));
    }

    @Test
    void jacksonReadsTheJsonOfAnybody() {
        assertThat(version(new ObjectMapper().version().toString())).isGreaterThanOrEqualTo(version("2.21.6"));
    }

    @Test
    void bouncyCastleHashesPasswordsAndMakesTheCertificate() {
        assertThat(version(new BouncyCastleProvider().getVersionStr())).isGreaterThanOrEqualTo(version("1.87"));
    }
}
