package io.lintel.admin.people;

import io.lintel.admin.page.DisplayTime;
import io.lintel.gallery.Template;
import io.lintel.gallery.TemplateSource;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;

/**
 * A stored template without its embedding.
 *
 * @param portrait address of its picture; empty where none is kept
 * @param pose where the head points, in words
 * @param usable whether the embedder in use made it; if not, the person has to be enrolled anew
 */
@TemplateData
public record TemplateView(
        long id, String portrait, String source, String pose, String quality, String created, boolean usable) {

    private static final float STRAIGHT = 8;

    static TemplateView of(Template template, List<Long> portraits, String modelId, ZoneId zone) {
        return new TemplateView(
                template.id(),
                portraits.contains(template.id())
                        ? "/admin/people/" + template.person() + "/portraits/" + template.id()
                        : "",
                template.source() == TemplateSource.CAMERA ? "camera" : "photo",
                pose(template.quality().pose().yaw()),
                Math.round(template.quality().interOcularPixels()) + " pixels between the eyes",
                DisplayTime.text(template.created(), zone),
                template.modelId().equals(modelId));
    }

    private static String pose(float yaw) {
        if (Math.abs(yaw) <= STRAIGHT) {
            return "straight";
        }
        return yaw > 0 ? "turned left" : "turned right";
    }
}
