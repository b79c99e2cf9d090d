package io.lintel.admin.account;

import io.lintel.account.Session;
import io.lintel.admin.page.Moments;
import io.quarkus.qute.TemplateData;
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

    static SessionView of(Session session, @Nullable Session own) {
        return new SessionView(
                session.id(),
                session.account().name().value(),
                device(session.browser()),
                session.address(),
                Moments.text(session.opened()),
                Moments.text(session.lastSeen()),
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
