package io.lintel.json;

import io.lintel.gallery.Template;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * A template without its embedding, which never leaves the box.
 *
 * @param source photo or camera
 * @param interOcular pixels between the eyes
 * @param yaw degrees, positive to the person's left
 */
@RegisterForReflection
public record TemplateJson(
        long id, String model, String source, float interOcular, float yaw, float pitch, float roll, String created) {

    public static TemplateJson of(Template template) {
        return new TemplateJson(
                template.id(),
                template.modelId(),
                template.source().name().toLowerCase(Locale.ROOT),
                template.quality().interOcularPixels(),
                template.quality().pose().yaw(),
                template.quality().pose().pitch(),
                template.quality().pose().roll(),
                template.created().toString());
    }
}
