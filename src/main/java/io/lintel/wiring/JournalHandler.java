package io.lintel.wiring;

import io.lintel.system.JournalSocket;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Log lines as entries of systemd's journal, with their level and every {@code key=value} of theirs as a field:
 * {@code journalctl -u lintel LINTEL_DECISION=granted}. What the journal does not take goes to the console.
 */
final class JournalHandler extends ExtHandler {

    private static final Pattern PAIR =
            Pattern.compile("(?<![\\w.-])([a-z][a-z0-9._-]{0,40})=(?:\"([^\"]*)\"|([^\\s\"]+))");

    private final JournalSocket journal;
    private final Handler otherwise;

    JournalHandler(JournalSocket journal, Handler otherwise) {
        this.journal = journal;
        this.otherwise = otherwise;
    }

    /** Takes the console's place, where the console is the journal anyway. */
    static void installWhereTheJournalListens() {
        if (!JournalSocket.takesOurOutput()) {
            return;
        }
        for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                InitialConfigurator.DELAYED_HANDLER.removeHandler(handler);
                InitialConfigurator.DELAYED_HANDLER.addHandler(new JournalHandler(new JournalSocket(), handler));
            }
        }
    }

    @Override
    protected void doPublish(ExtLogRecord line) {
        if (!journal.send(fields(line))) {
            otherwise.publish(line);
        }
    }

    static Map<String, String> fields(ExtLogRecord line) {
        String message = line.getFormattedMessage();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MESSAGE", message + trace(line.getThrown()));
        fields.put("PRIORITY", priority(line.getLevel()));
        fields.put("SYSLOG_IDENTIFIER", "lintel");
        fields.put("LINTEL_LOGGER", String.valueOf(line.getLoggerName()));
        fields.put("LINTEL_THREAD", String.valueOf(line.getThreadName()));
        Matcher pair = PAIR.matcher(message);
        while (pair.find()) {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            String name = pair.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            fields.putIfAbsent("LINTEL_" + name, value);
        }
        return fields;
    }

    /** As syslog counts them. */
    private static String priority(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "3";
        }
        if (value >= Level.WARNING.intValue()) {
            return "4";
        }
        return value >= Level.INFO.intValue() ? "6" : "7";
    }

    private static String trace(@org.jspecify.annotations.Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return "\n" + text;
    }
}
