package io.lintel.lab.peers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measurements as Markdown. Immutable. */
final class PeerTable {

    private final String conditions;
    private final int frames;
    private final List<Measurement> recognition;
    private final List<List<Measurement>> searches;

    /**
     * @param conditions machine, load, rounds: one paragraph
     * @param frames in how many frames faces were looked for
     * @param recognition Lintel first
     * @param searches for each size of a gallery, Lintel first
     */
    PeerTable(String conditions, int frames, List<Measurement> recognition, List<List<Measurement>> searches) {
        this.conditions = conditions;
        this.frames = frames;
        this.recognition = List.copyOf(recognition);
        this.searches = List.copyOf(searches);
    }

    String markdown() {
        StringBuilder text = new StringBuilder(conditions + "\n\n");
        text.append("| program | one pass | **CPU ms** | x Lintel | wall ms | x Lintel | saw a face "
                + "| start to first answer, ms | peak memory, MB |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        recognition.forEach(each -> text.append(row(each, recognition.getFirst())));
        if (!searches.isEmpty()) {
            text.append(
                    "\n| exact search, one probe, 192 values | templates | **CPU ms** | x Lintel | wall ms | x Lintel |\n");
            text.append("|---|---|---|---|---|---|\n");
            searches.forEach(size -> size.forEach(each -> text.append(searchRow(each, size.getFirst()))));
        }
        return text.append("\nVersions: ").append(versions()).append(".\n").toString();
    }

    private String row(Measurement measured, Measurement lintel) {
        Peer peer = measured.peer();
        if (measured.missing() != null) {
            return "| %s | not available: %s | | | | | | | |\n".formatted(peer.name(), inCell(measured.missing()));
        }
        String seen = peer.kind() == Peer.Kind.PIXELS ? measured.seen() + " of " + frames : "-";
        String start =
                measured.start().isEmpty() ? "-" : Spread.of(measured.start()).toString();
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        peer.name(),
                        peer.counts(),
                        times(measured, lintel),
                        seen + " | " + start,
                        "%.0f".formatted(measured.peak()));
    }

    private static String searchRow(Measurement measured, Measurement lintel) {
        Peer peer = measured.peer();
        if (measured.missing() != null) {
            return "| %s | not available: %s | | | | |\n".formatted(peer.name(), inCell(measured.missing()));
        }
        return "| %s | %s | %s |\n".formatted(peer.name(), peer.counts(), times(measured, lintel));
    }

    private static String times(Measurement measured, Measurement lintel) {
        return Stream.of(
                        Spread.of(measured.cpu()).toString(),
                        ratio(measured.cpu(), lintel.cpu()),
                        Spread.of(measured.wall()).toString(),
                        ratio(measured.wall(), lintel.wall()))
                .collect(Collectors.joining(" | "));
    }

    private static String ratio(List<Double> one, List<Double> lintel) {
        return lintel.isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f",
                        Spread.of(one).median() / Spread.of(lintel).median());
    }

    private static String inCell(String text) {
        return text.replace("|", "/").replace("\n", " ");
    }

    private String versions() {
        return Stream.concat(recognition.stream(), searches.stream().flatMap(List::stream))
                .map(Measurement::version)
                .filter(version -> !version.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
