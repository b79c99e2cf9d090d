package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.ValiditySpan;
import io.lintel.system.CsvLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The optional list of people beside their pictures: a first line with column names, of which only {@code name} is required.
 * Dates such as 2026-12-31 are whole days in the door's time zone.
 */
final class PeopleCsv {

    private static final Pattern BREAK = Pattern.compile("\\s+");

    /** Excel writes days as its country does; 12/31/2026 and 31/12/2026 cannot be told apart. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][d.M.uuuu]").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][d.M.uuuu] H:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final Instant now;

    PeopleCsv(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** @return by {@link PersonName#searchKey(String)}; @throws GalleryException naming the line that makes no sense */
    Map<String, PersonRow> read(byte[] file) {
        List<CsvTable.Row> lines = CsvTable.of(text(file));
        Map<String, PersonRow> people = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return people;
        }
        List<String> columns =
                lines.getFirst().cells().stream().map(ListColumns::named).toList();
        check(columns);
        for (CsvTable.Row line : lines.subList(1, lines.size())) {
            PersonRow row = row(values(columns, line), line.number());
            if (people.put(PersonName.searchKey(row.name()), row) != null) {
                throw problem(line.number(), "\"" + row.name() + "\" is there twice");
            }
        }
        return people;
    }

    private static Map<String, String> values(List<String> columns, CsvTable.Row line) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "";
            String cell = CsvLine.unsafe(line.cells().get(i).strip());
            if (column.isEmpty() && !cell.isEmpty()) {
                throw problem(line.number(), "\"" + cell + "\" stands in a column without a name");
            }
            values.put(column, cell);
        }
        return values;
    }

    private static String text(byte[] file) {
        try {
            String text =
                    charset(file).newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException(); // UTF-16 without its mark: each letter would be two
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new GalleryException(
                    "The CSV file is not in UTF-8",
                    "in Excel choose File, Save As, \"CSV UTF-8 (Comma delimited)\"; in LibreOffice \"Edit filter settings\", UTF-8");
        }
    }

    /** UTF-8, or what Excel calls "Unicode Text". */
    private static Charset charset(byte[] file) {
        boolean wide = file.length >= 2 && (file[0] & file[1] & 0xff) == 0xfe && (file[0] ^ file[1]) == 1;
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static void check(List<String> columns) {
        for (String column : columns) {
            if (!column.isEmpty() && !ListColumns.EXPORTED.contains(column)) {
                throw new GalleryException(
                        "The CSV file has a column \"" + column + "\" that means nothing here",
                        "use only: " + String.join(", ", ListColumns.IMPORTED));
            }
        }
        Set<String> seen = new HashSet<>();
        columns.stream()
                .filter(column -> !column.isEmpty() && !seen.add(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new GalleryException(
                            "The CSV file has the column \"" + column + "\" twice", "leave one of them in the list");
                });
        if (!columns.contains("name")) {
            throw new GalleryException("The CSV file has no column \"name\"", "name the columns in its first line");
        }
    }

    private PersonRow row(Map<String, String> values, long line) {
        String name = BREAK.matcher(values.getOrDefault("name", "")).replaceAll(" ");
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
                    enabled(values.getOrDefault("enabled", ""), line),
                    names(values.getOrDefault("groups", "")),
                    names(values.getOrDefault("schedules", "")));
        } catch (DateTimeException e) {
            throw problem(line, "a date is not written as 2026-12-31, 31.12.2026 or 2026-12-31T08:00:00Z");
        } catch (NumberFormatException e) {
            throw problem(line, "keep_days is no whole number");
        } catch (GalleryException e) {
            throw problem(line, String.valueOf(e.getMessage()));
        }
    }

    private static boolean enabled(String text, long line) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "yes", "true", "ja", "wahr", "1" -> true;
            case "no", "false", "nein", "falsch", "0" -> false;
            default -> throw problem(line, "enabled is yes or no, not \"" + text + "\"");
        };
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[;|]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private @Nullable Instant start(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.contains("T")
                ? Instant.parse(text)
                : text.contains(":")
                        ? LocalDateTime.parse(text, DAY_AND_TIME).atZone(zone).toInstant()
                        : LocalDate.parse(text, DAY).atStartOfDay(zone).toInstant();
    }

    /** A day counts as a whole. */
    private @Nullable Instant end(String text) {
        return text.isEmpty() || text.contains(":") || text.contains("T")
                ? start(text)
                : LocalDate.parse(text, DAY).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static GalleryException problem(long line, String what) {
        return new GalleryException("Line " + line + " of the CSV file: " + what, "mend the line and import again");
    }
}
