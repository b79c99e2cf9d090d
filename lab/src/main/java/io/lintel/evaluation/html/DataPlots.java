package io.lintel.evaluation.html;

import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.statistics.PersonBootstrap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What the data set consists of: pictures a person, classes that are too small, sizes. */
final class DataPlots {

    private static final int SMALL = 3;
    private static final int SHOWN = 20;

    private final EmbeddedDataset data;

    DataPlots(EmbeddedDataset data) {
        this.data = data;
    }

    String svg() {
        Map<Integer, Integer> people = new TreeMap<>();
        long small = 0;
        int most = 0;
        for (List<?> own : data.dataset().byPerson().values()) {
            people.merge(Math.min(own.size(), SHOWN), 1, Integer::sum);
            small += own.size() < SMALL ? 1 : 0;
            most = Math.max(most, own.size());
        }
        int highest = people.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        String balance = new Plot(
                        new Plot.Axis(
                                "pictures a person (" + SHOWN + ": or more)",
                                0,
                                SHOWN + 1,
                                false,
                                List.of(1.0, 5.0, 10.0, 15.0, 20.0)),
                        new Plot.Axis("people", 0, highest, false, List.of(0.0, (double) highest)))
                .bars(
                        "#7aa6d6",
                        people.entrySet().stream()
                                .map(each -> new Plot.Dot(each.getKey() - 0.5, each.getValue()))
                                .toList(),
                        1)
                .svg("Class balance");
        return "<p>%d people, %d pictures; the person with most has %d; %d people have fewer than %d.</p>%n%s%s"
                .formatted(
                        data.dataset().byPerson().size(),
                        data.dataset().pictures().size(),
                        most,
                        small,
                        SMALL,
                        sizes(),
                        balance);
    }

    private String sizes() {
        return "<table><tr><th>pixels<th>5 %<th>median<th>95 %</tr>"
                + quantiles("width", each -> each.reading().width())
                + quantiles("height", each -> each.reading().height())
                + quantiles("between the eyes", each -> each.reading().eyeDistance()) + "</table>\n";
    }

    private String quantiles(String what, ToDoubleFunction<io.lintel.evaluation.embedding.EmbeddedPicture> size) {
        double[] sorted = data.pictures().stream().mapToDouble(size).sorted().toArray();
        StringBuilder row = new StringBuilder("<tr><td>" + what);
        for (double share : new double[] {0.05, 0.5, 0.95}) {
            row.append(String.format(
                    Locale.ROOT, "<td>%.0f", sorted.length == 0 ? 0 : PersonBootstrap.quantile(sorted, share)));
        }
        return row.append("</tr>").toString();
    }
}
