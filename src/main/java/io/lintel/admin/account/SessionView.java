package io.lintel.admin.account;

import io.lintel.account.Session;
import io.lintel.admin.page.DisplayTime;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A session as a row of a table.
 *
 * @param device what the browser calls itself, in short
 * @param own whether it is the one that looks at it
 */
@TemplateData
public record SessionView(
        long id, String account, String device, String address, String opened, String lastSeen, boolean own) {

    static SessionView of(Session session, @Nullable Session own, ZoneId zone) {
        return new SessionView(
                session.id(),
                session.account().name().value(),
                device(session.browser()),
                session.address(),
                DisplayTime.text(session.opened(), zone),
                DisplayTime.text(session.lastSeen(), zone),
                own != null && session.id() == own.id());
    }

    /** "Firefox on Windows", from the usual muddle of a User-Agent. */
    static String device(String agent) {
        String browser = first(
                agent, "Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrom", "Chrome", "Safari", "Safari");
        String system = first(
                agent, "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS",
                "macOS", "Linux", "Linux");
        if (browser.isEmpty()) {
            return agent.isBlank() ? "unknown" : agent.substring(0, Math.min(40, agent.length()));
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(String agent, String... marksAndNames) {
        for (int i = 0; i < marksAndNames.length; i += 2) {
            if (agent.contains(marksAndNames[i])) {
                return marksAndNames[i + 1];
            }
        }
        return "";
    }
}
