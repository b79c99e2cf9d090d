package io.lintel.admin.probe;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * An answer about one face as a page shows it: in colour, in words and with an icon.
 *
 * @param style good, warning or bad
 * @param about which picture; empty when there is only one
 * @param score in percent of the scale from 0 to 1, for the drawing
 * @param threshold likewise
 * @param crops addresses of the aligned faces
 * @param facts what it rests on
 * @param remarks what else to know, such as what is wrong with the picture
 */
@TemplateData
public record LookupView(
        String style,
        String about,
        String headline,
        String detail,
        int score,
        int threshold,
        List<String> crops,
        List<Fact> facts,
        List<Row> candidates,
        List<String> remarks) {

    @TemplateData
    public record Fact(String name, String value) {}

    /** @param reaches whether the score reaches the threshold */
    @TemplateData
    public record Row(long person, String name, String score, int percent, boolean reaches) {}
}
