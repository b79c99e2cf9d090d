package io.lintel.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds texts that are still English on pages in another language. */
final class EnglishLeftovers {

    /** Words that each English sentence has one of, and that German does not have. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|is|of|and|from|to|with|nobody|somebody|this|that|are|has|have|who|by|it|be|been|not|no|your|you|people|"
                    + "picture|pictures|door|until|since|never|none|set|wait|failed|simulated)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What people see, without names and words of programs, which stay as they are. */
    private static final String VISIBLE = """
            () => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('code, pre, bdi, noscript, input, textarea, script, .languages, [data-fragment] .sr, .value')
                  .forEach(each => each.remove());
              const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')]
                  .flatMap(each => ['aria-label', 'placeholder', 'alt', 'title'].map(name => each.getAttribute(name)))
                  .filter(Boolean);
              const texts = [];
              const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
              return [...texts, ...spoken].filter(text => text.length > 1);
            }
            """;

    /** Values of settings, which programs read: a text explains them. Paths of files and devices. */
    private static final Pattern WORDS_OF_PROGRAMS =
            Pattern.compile("\\bas-is\\b|\\bno-liveness\\b|\\bnever: |(?<!\\S)/[\\w./-]+");

    /** A day as English pages write it, or a number with an exponent. */
    private static final Pattern MACHINE_WRITTEN =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d(?![\\d-])|\\b\\d(?:\\.\\d+)?E-?\\d+\\b");

    private final List<String> found = new ArrayList<>();

    /** @param name of the page, for the message */
    void lookFor(Page page, String name) {
        ((List<?>) page.evaluate(VISIBLE))
                .stream()
                        .map(text -> WORDS_OF_PROGRAMS.matcher(text.toString()).replaceAll(""))
                        .filter(text -> ENGLISH.matcher(text).find()
                                || MACHINE_WRITTEN.matcher(text).find())
                        .distinct()
                        .forEach(text -> found.add(name + ": " + text));
    }

    List<String> found() {
        return found;
    }
}
