package io.lintel.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.face.Embedding;
import io.lintel.face.HeadPose;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who goes to another box, as one line of JSON: with what they are members of, and their schedules. */
public record PersonCopyJson(PersonCopy person, List<String> groups, List<String> schedules) {

    private static final ObjectReader READER = new ObjectMapper().reader();

    public PersonCopyJson {
        groups = List.copyOf(groups);
        schedules = List.copyOf(schedules);
    }

    /** One line, with its end. */
    public String line() {
        PersonDraft draft = person.draft();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("name", draft.name().value())
                .put("note", draft.note())
                .put("enabled", person.enabled())
                .put("valid_from", text(draft.validity().from()))
                .put("valid_until", text(draft.validity().until()));
        Consent consent = draft.consent();
        if (consent != null) {
            line.putObject("consent")
                    .put("given", consent.given().toString())
                    .put("purpose", consent.purpose())
                    .put("keep_days", consent.keepDays());
        }
        groups.forEach(line.putArray("groups")::add);
        schedules.forEach(line.putArray("schedules")::add);
        ArrayNode templates = line.putArray("templates");
        person.templates().forEach(template -> write(template, templates.addObject()));
        return line + "\n";
    }

    /** Whether they are the same to the last bit, in the same order. */
    static boolean sameTemplates(List<TemplateDraft> some, List<TemplateDraft> others) {
        return array(some).equals(array(others));
    }

    private static String array(List<TemplateDraft> templates) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        templates.forEach(template -> write(template, array.addObject()));
        return array.toString();
    }

    private static void write(TemplateDraft template, ObjectNode to) {
        ShotQuality quality = template.quality();
        to.put("model", template.modelId())
                .put("source", template.source().name())
                .put("variants", template.variants());
        ArrayNode values = to.putArray("embedding");
        for (float value : template.embedding().values()) {
            values.add(value);
        }
        to.putArray("quality")
                .add(quality.interOcularPixels())
                .add(quality.sharpness())
                .add(quality.brightness())
                .add(quality.contrast())
                .add(quality.pose().yaw())
                .add(quality.pose().pitch())
                .add(quality.pose().roll());
        Portrait portrait = template.portrait();
        if (portrait != null) {
            to.put("portrait", portrait.jpeg());
        }
    }

    /** @throws GalleryException if it is none, or nothing that could be enrolled */
    public static PersonCopyJson of(String line) {
        try {
            JsonNode node = READER.readTree(line);
            JsonNode consent = node.path("consent");
            List<TemplateDraft> templates = new ArrayList<>();
            for (JsonNode template : node.path("templates")) {
                templates.add(template(template));
            }
            return new PersonCopyJson(
                    new PersonCopy(
                            new PersonDraft(
                                    new PersonName(node.path("name").asText()),
                                    node.path("note").asText(),
                                    new ValiditySpan(moment(node.path("valid_from")), moment(node.path("valid_until"))),
                                    consent.isObject()
                                            ? new Consent(
                                                    Instant.parse(consent.path("given")
                                                            .asText()),
                                                    consent.path("purpose").asText(),
                                                    consent.path("keep_days").asInt())
                                            : null),
                            node.path("enabled").asBoolean(false),
                            templates),
                    texts(node.path("groups")),
                    texts(node.path("schedules")));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new GalleryException("A line of the file is no person", "export the people anew");
        } catch (IOException e) {
            throw new GalleryException("A picture in the file is none", "export the people anew");
        }
    }

    private static TemplateDraft template(JsonNode node) throws IOException {
        JsonNode values = node.path("embedding");
        float[] embedding = new float[values.size()];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) values.get(i).asDouble();
        }
        float[] quality = new float[7];
        for (int i = 0; i < quality.length; i++) {
            quality[i] = (float) node.path("quality").path(i).asDouble();
        }
        return new TemplateDraft(
                Embedding.of(embedding),
                node.path("model").asText(),
                TemplateSource.valueOf(node.path("source").asText()),
                Math.max(1, node.path("variants").asInt()),
                new ShotQuality(
                        quality[0],
                        quality[1],
                        quality[2],
                        quality[3],
                        new HeadPose(quality[4], quality[5], quality[6])),
                node.hasNonNull("portrait") ? new Portrait(node.get("portrait").binaryValue()) : null);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Instant moment(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.textValue()) : null;
    }
}
