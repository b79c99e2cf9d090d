package io.lintel.admin.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the translation of an English sentence with its values in it. In a translation, {@code {0}} is the value as it is,
 * {@code {0!}} is itself a sentence to translate, and {@code {0#}} is a number to write as the language does. Immutable.
 */
final class Sentences {

    /** Where a text of several sentences can be taken apart, if there is no translation of the whole. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.:;?!]) +");

    private final Map<String, String> all;
    private final DateStyle dates;
    private final List<Template> templates;

    /** A sentence with values: its beginning and end are compared first, because that is quick and leaves few. */
    private record Template(
            String start, String end, int letters, Pattern pattern, List<Integer> order, String target) {

        /** So that "1 of 5" is not what "Frames of a person" says. */
        private static final String NUMBER = "([^\\p{L}]*\\d.*?)";

        private static final String ANYTHING = "(.*?)";

        /** A name at the beginning: not the first of two sentences, which its own translation is for. */
        private static final String BEGINNING = "((?:(?!; ).)*?)";

        static Template of(String english, String target) {
            StringBuilder pattern = new StringBuilder();
            Matcher found = Placeholders.ONE.matcher(english);
            int from = 0;
            int letters = 0;
            String start = "";
            List<Integer> order = new ArrayList<>();
            while (found.find()) {
                String literal = english.substring(from, found.start());
                start = order.isEmpty() ? literal : start;
                letters += literal.length();
                boolean isNumber = target.contains("{" + found.group(1) + "#}");
                pattern.append(Pattern.quote(literal))
                        .append(isNumber ? NUMBER : found.start() == 0 ? BEGINNING : ANYTHING);
                order.add(Integer.parseInt(found.group(1)));
                from = found.end();
            }
            String end = english.substring(from);
            return new Template(
                    start,
                    end,
                    letters + end.length(),
                    Pattern.compile(pattern.append(Pattern.quote(end)).toString(), Pattern.DOTALL),
                    List.copyOf(order),
                    target);
        }
    }

    Sentences(Map<String, String> all, DateStyle dates) {
        this.all = all;
        this.dates = dates;
        this.templates = all.entrySet().stream()
                .filter(each -> Placeholders.ONE.matcher(each.getKey()).find())
                .map(each -> Template.of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Template::letters).reversed().thenComparing(Template::start))
                .toList();
    }

    Map<String, String> all() {
        return all;
    }

    String say(String english) {
        if (all.isEmpty() || english.isBlank()) {
            return english;
        }
        return whole(english).orElseGet(() -> inParts(english));
    }

    boolean knows(String english) {
        return whole(english).isPresent()
                || BETWEEN.splitAsStream(english).allMatch(part -> whole(part).isPresent());
    }

    private Optional<String> whole(String english) {
        String exact = all.get(english);
        return exact != null
                ? Optional.of(exact)
                : dates.of(english).or(() -> dates.bareNumber(english)).or(() -> byTemplate(english));
    }

    private Optional<String> byTemplate(String english) {
        for (Template each : templates) {
            if (english.startsWith(each.start()) && english.endsWith(each.end())) {
                Matcher found = each.pattern().matcher(english);
                if (found.matches()) {
                    return Optional.of(filled(each, found));
                }
            }
        }
        return Optional.empty();
    }

    private String filled(Template template, Matcher found) {
        Map<Integer, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.order().size(); i++) {
            values.put(template.order().get(i), found.group(i + 1));
        }
        return Placeholders.fill(template.target(), (number, style) -> value(values.getOrDefault(number, ""), style));
    }

    /** One value as the language writes it. */
    String value(String value, String style) {
        return switch (style) {
            case "!" -> say(value);
            case "#" -> dates.number(value);
            default -> dates.of(value).orElse(value);
        };
    }

    private String part(String english) {
        return whole(english)
                .or(() -> english.endsWith(".")
                        ? whole(english.substring(0, english.length() - 1)).map(text -> text + ".")
                        : Optional.empty())
                .orElse(english);
    }

    private String inParts(String english) {
        String[] parts = BETWEEN.split(english);
        if (parts.length == 1) {
            return english;
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : " ").append(part(part));
        }
        return text.toString();
    }
}
