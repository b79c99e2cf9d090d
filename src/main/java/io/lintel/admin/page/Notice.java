package io.lintel.admin.page;

import io.lintel.system.LintelException;
import io.quarkus.qute.TemplateData;

/**
 * Something that a page says above everything else.
 *
 * @param remedy what to do about it; may be empty
 */
@TemplateData
public record Notice(Kind kind, String text, String remedy) {

    public enum Kind {
        GOOD,
        WARNING,
        BAD;

        /** As the style sheet calls it. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Notice good(String text) {
        return new Notice(Kind.GOOD, text, "");
    }

    public static Notice warning(String text, String remedy) {
        return new Notice(Kind.WARNING, text, remedy);
    }

    public static Notice bad(String text, String remedy) {
        return new Notice(Kind.BAD, text, remedy);
    }

    public static Notice of(LintelException problem) {
        return bad(String.valueOf(problem.getMessage()), problem.remedy());
    }

    public String style() {
        return kind.style();
    }
}
