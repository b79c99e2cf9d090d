package io.lintel.admin.box;

import io.lintel.admin.page.DisplayTime;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsFile;
import io.lintel.system.BuildVersion;
import io.lintel.system.MachineName;
import io.lintel.wiring.SetUpOffer;
import io.lintel.wiring.checkup.BoxCheckup;
import io.lintel.wiring.checkup.CheckupFinding;
import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What anybody asks first who is to help with a box. */
@Singleton
class BoxFacts {

    private static final Path SYSTEM = Path.of("/etc/os-release");

    private final LintelConfig config;
    private final SetUpOffer addresses;
    private final ZoneId zone;

    BoxFacts(LintelConfig config, SetUpOffer addresses, ZoneId zone) {
        this.config = config;
        this.addresses = addresses;
        this.zone = zone;
    }

    /**
     * One fact.
     *
     * @param name a word of the page
     * @param isTime whether the value is a time, which each language writes its own way
     */
    @TemplateData
    public record Fact(String name, String value, boolean isTime) {

        private Fact(String name, String value) {
            this(name, value, false);
        }
    }

    List<Fact> list() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Version", BuildVersion.current()));
        facts.add(new Fact("Running since", started(), true));
        facts.add(new Fact("Machine", MachineName.current().orElse("?")));
        facts.add(new Fact("System", system() + ", " + System.getProperty("os.arch")));
        facts.add(new Fact(
                "Edition", isNative() ? "native" : "Java " + Runtime.version().feature()));
        facts.add(new Fact("Reached at", String.join("  ", addresses.addresses())));
        facts.add(new Fact("Data", database().toString()));
        facts.add(new Fact("Settings file", SettingsFile.inForce().path().toString()));
        facts.add(new Fact("Program", Installation.current().home().toString()));
        return facts;
    }

    /** Opens each model, which takes some seconds. */
    List<CheckupFinding> examine() {
        return BoxCheckup.of(config);
    }

    private Path database() {
        return RunMode.of(config).database(config).toAbsolutePath();
    }

    private String started() {
        return DisplayTime.text(ProcessHandle.current().info().startInstant().orElse(null), zone);
    }

    private static boolean isNative() {
        return "executable".equals(System.getProperty("org.graalvm.nativeimage.kind"));
    }

    private static String system() {
        try {
            return Files.readAllLines(SYSTEM).stream()
                    .filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                    .findFirst()
                    .orElse("Linux");
        } catch (IOException e) {
            return System.getProperty("os.name");
        }
    }
}
