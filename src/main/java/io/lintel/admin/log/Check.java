package io.lintel.admin.log;

import io.quarkus.qute.TemplateData;

/**
 * One thing that a decision asked for.
 *
 * @param measured what there was
 * @param needed what was asked for
 * @param style good when it was met, bad when not, empty when it was not judged
 */
@TemplateData
public record Check(String what, String measured, String needed, String style) {

    public String verdict() {
        return switch (style) {
            case "good" -> "met";
            case "bad" -> "not met";
            default -> "not judged";
        };
    }
}
