package io.lintel.admin.page;

import io.lintel.system.LintelException;
import io.quarkus.qute.TemplateData;

/**
 * Something that a page says above everything else.
 *
 * @param remedy what to do about it; may be empty
 */
@TemplateData
public record FlashMessage(Kind kind, String text, String remedy) {

    public enum Kind {
        GOOD,
        WARNING,
        BAD;

        /** As the style sheet calls it. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static FlashMessage good(String text) {
        return new FlashMessage(Kind.GOOD, text, "");
    }

    public static FlashMessage warning(String text, String remedy) {
        return new FlashMessage(Kind.WARNING, text, remedy);
    }

    public static FlashMessage bad(String text, String remedy) {
        return new FlashMessage(Kind.BAD, text, remedy);
    }

    public static FlashMessage of(LintelException problem) {
        return bad(String.valueOf(problem.getMessage()), problem.remedy());
    }

    public String style() {
        return kind.style();
    }
}
