package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.ValiditySpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optional list of people beside their pictures: a first line with column names, of which only {@code name} is required.
 * Dates such as 2026-12-31 are whole days in the door's time zone.
 */
final class PeopleCsv {

    private static final Set<String> COLUMNS =
            Set.of("name", "note", "valid_from", "valid_until", "groups", "consent_purpose", "consent_at", "keep_days");

    private final ZoneId zone;
    private final Instant now;

    PeopleCsv(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** @return by name; @throws GalleryException naming the line that makes no sense */
    Map<String, PersonRow> read(byte[] file) {
        List<List<String>> lines = CsvLines.of(text(file));
        Map<String, PersonRow> people = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return people;
        }
        List<String> columns = lines.getFirst().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        check(columns);
        for (int i = 1; i < lines.size(); i++) {
            Map<String, String> values = new HashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                List<String> line = lines.get(i);
                values.put(
                        columns.get(column),
                        column < line.size() ? line.get(column).strip() : "");
            }
            PersonRow row = row(values, i + 1);
            if (people.put(row.name(), row) != null) {
                throw problem(i + 1, "\"" + row.name() + "\" is there twice");
            }
        }
        return people;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new GalleryException("The CSV file is not in UTF-8", "save it as \"CSV UTF-8\"");
        }
    }

    private static void check(List<String> columns) {
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                throw new GalleryException(
                        "The CSV file has a column \"" + column + "\" that means nothing here",
                        "use only: "
                                + String.join(", ", COLUMNS.stream().sorted().toList()));
            }
        }
        if (!columns.contains("name")) {
            throw new GalleryException("The CSV file has no column \"name\"", "name the columns in its first line");
        }
    }

    private PersonRow row(Map<String, String> values, int line) {
        String name = values.getOrDefault("name", "");
        if (name.isEmpty()) {
            throw problem(line, "the name is empty");
        }
        try {
            String purpose = values.getOrDefault("consent_purpose", "");
            Instant given = start(values.getOrDefault("consent_at", ""));
            String keepDays = values.getOrDefault("keep_days", "");
            return new PersonRow(
                    name,
                    values.getOrDefault("note", ""),
                    new ValiditySpan(
                            start(values.getOrDefault("valid_from", "")), end(values.getOrDefault("valid_until", ""))),
                    purpose.isEmpty()
                            ? null
                            : new Consent(
                                    given == null ? now : given,
                                    purpose,
                                    keepDays.isEmpty() ? Consent.LONGEST_KEEP_DAYS : Integer.parseInt(keepDays)),
                    Arrays.stream(values.getOrDefault("groups", "").split("[;|]"))
                            .map(String::strip)
                            .filter(group -> !group.isEmpty())
                            .toList());
        } catch (DateTimeException e) {
            throw problem(line, "a date is not written as 2026-12-31 or 2026-12-31T08:00:00Z");
        } catch (NumberFormatException e) {
            throw problem(line, "keep_days is no whole number");
        } catch (GalleryException e) {
            throw problem(line, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Instant start(String text) {
        return text.isEmpty()
                ? null
                : text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }

    /** A day counts as a whole. */
    private @Nullable Instant end(String text) {
        return text.isEmpty() || text.contains("T")
                ? start(text)
                : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static GalleryException problem(int line, String what) {
        return new GalleryException("Line " + line + " of the CSV file: " + what, "mend the line and import again");
    }
}
