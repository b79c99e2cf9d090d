package io.lintel.admin.people;

import io.lintel.gallery.PersonSummary;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;

/**
 * People who were chosen in the list.
 *
 * @param numbers all of them, separated by commas
 * @param shown those who are named
 * @param more how many are not
 */
@TemplateData
public record SelectionView(int count, String numbers, List<Chosen> shown, int more) {

    private static final int MOST = 200;

    /** One of them. */
    @TemplateData
    public record Chosen(long id, String name) {}

    /** What keeps people out for a while, and lets them in again. */
    public List<String> switches() {
        return List.of("disable", "enable");
    }

    static SelectionView of(List<PersonSummary> chosen) {
        return new SelectionView(
                chosen.size(),
                chosen.stream().map(each -> each.person().id().toString()).collect(Collectors.joining(",")),
                chosen.stream()
                        .limit(MOST)
                        .map(each -> new Chosen(
                                each.person().id().value(), each.person().name().value()))
                        .toList(),
                Math.max(0, chosen.size() - MOST));
    }
}
