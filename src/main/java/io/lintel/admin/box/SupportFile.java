package io.lintel.admin.box;

import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.config.SettingChoices;
import io.lintel.config.SettingsReference;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
import io.lintel.wiring.RecentLog;
import io.lintel.wiring.checkup.CheckupFinding;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * One text for whoever helps from afar: how the box is, without anybody's name, face or address. Settings that can hold names or addresses
 * are only said to be set; the log has numbers for people, and its addresses are masked.
 */
@Singleton
class SupportFile {

    private static final Pattern TOKEN = Pattern.compile("(set-up-token=)\\S+");
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|\\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{0,4}\\b|\\b\\S+@\\S+\\b|(?<=://)[^\\s/\"]+");
    private static final Pattern NUMBER_OR_TIME = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:ms|[smhd])?|\\d\\d:\\d\\d");

    private final BoxFacts facts;
    private final SystemStatus system;
    private final SettingsService settings;

    SupportFile(BoxFacts facts, SystemStatus system, SettingsService settings) {
        this.facts = facts;
        this.system = system;
        this.settings = settings;
    }

    /** The token of a new box is nobody else's business. */
    static String masked(String line) {
        return TOKEN.matcher(line).replaceAll("$1…");
    }

    static String anonymous(String line) {
        return ADDRESS.matcher(masked(line)).replaceAll("…");
    }

    String text() {
        StringBuilder text = new StringBuilder("Lintel support file").append('\n');
        facts.list().stream()
                .filter(fact -> !fact.name().equals("Machine") && !fact.name().equals("Reached at"))
                .forEach(fact -> line(text, fact.name(), fact.value()));
        heading(text, "Parts");
        for (ComponentStatus part : system.now()) {
            line(text, part.component(), part.state().word() + " " + anonymous(part.text()));
        }
        heading(text, "Examination");
        for (CheckupFinding finding : facts.examine()) {
            line(text, finding.part(), finding.state() + " " + anonymous(finding.detail()));
        }
        heading(text, "Settings that differ from their default");
        settings.list().stream()
                .filter(Setting::isOwnValue)
                .forEach(setting -> line(text, setting.key(), value(setting)));
        heading(text, "Log of this run");
        RecentLog.ofThisRun()
                .forEach(each -> text.append(each.at())
                        .append(' ')
                        .append(each.level())
                        .append(' ')
                        .append(anonymous(each.text()))
                        .append('\n'));
        return text.toString();
    }

    /** Words of a list and numbers tell nothing about anybody; free text may. */
    static String value(Setting setting) {
        SettingsReference.Setting known =
                new SettingsReference.Setting(setting.key(), setting.standard(), setting.effect());
        boolean harmless = SettingChoices.of(known).contains(setting.value())
                || NUMBER_OR_TIME.matcher(setting.value()).matches();
        return harmless ? setting.value() : "(set)";
    }

    private static void heading(StringBuilder text, String title) {
        text.append('\n').append(title).append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
