package io.lintel.evaluation;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.face.Embedding;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Visits of live people and of their printed photos, decided by the door's own rules: half of the subjects enrolled, then the other half.
 * Reads {@code door_clips/live_SUBJECT_*.mp4} and {@code print_SUBJECT_*.mp4}; people are enrolled from live frames of {@code nuaa.csv}.
 */
public final class DoorVisits {

    /** Frames of a stretch of a track that the signals over time are taken of. */
    private static final int STRETCH = 10;

    /** A long clip is cut into at most so many stretches: its frames resemble each other. */
    private static final int STRETCHES = 6;

    private final FaceAnalyzer analyzer;
    private final Progress progress;
    private final LivenessPolicy policy;

    /** @param policy the rule in force at the door */
    public DoorVisits(FaceAnalyzer analyzer, Progress progress, LivenessPolicy policy) {
        this.analyzer = analyzer;
        this.progress = progress;
        this.policy = policy;
    }

    public Report run(Path folder) {
        List<Path> files = files(folder.resolve("door_clips"));
        List<AnalysedClip> clips = new ArrayList<>();
        List<SignalSample> stretches = new ArrayList<>();
        for (Path file : files) {
            clips.add(analyse(VideoClip.of(file), stretches));
            progress.step("door_clips", files.size());
        }
        Counts counts = new Counts();
        for (int first : new int[] {1, 5}) {
            MeanTemplates gallery = enrolled(folder, first);
            clips.forEach(clip -> counts.add(clip, gallery, first));
        }
        List<Figure> figures = new ArrayList<>(counts.figures());
        figures.addAll(new SubjectFolds(stretches).figures(Arrays.asList(Signal.values()), "track-"));
        return new Report(
                "At the door, " + clips.size() + " clips; " + analyzer.modelIds(),
                figures,
                List.of(
                        "In live_0006_00_00_02 subject 8 walks through the background and is let in, rightly.",
                        "Clips made of NUAA's frames: one camera, one laboratory, 8 people, prints only.",
                        "Signals over stretches of " + STRETCH
                                + " frames, 4 to 20 a second; each subject left out in turn."));
    }

    private AnalysedClip analyse(VideoClip clip, List<SignalSample> stretches) {
        SignalMeter meter = new SignalMeter(analyzer);
        String[] parts = clip.name().split("_");
        boolean live = parts[0].equals("live");
        List<TrackSignals> running = new ArrayList<>(List.of(new TrackSignals()));
        int[] taken = {0};
        AnalysedClip analysed = AnalysedClip.of(clip, analyzer, (picture, face) -> {
            if (taken[0] == STRETCHES) {
                return;
            }
            TrackSignals track = running.getLast();
            track.add(picture, face);
            if (track.frames() == STRETCH) {
                var values = track.values();
                values.putAll(meter.measure(picture, face));
                stretches.add(new SignalSample(parts[1], live, values));
                taken[0]++;
                track.close();
                running.set(0, new TrackSignals());
            }
        });
        running.getLast().close();
        return analysed;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mp4"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LintelException(folder + " cannot be read: " + e.getMessage(), "restore the data set", e);
        }
    }

    /** Four subjects from three live frames of their first session each. */
    private MeanTemplates enrolled(Path folder, int first) {
        CsvTable table = CsvTable.read(folder.resolve("nuaa.csv"));
        int subject = table.column("subject");
        int path = table.column("path");
        int label = table.column("label");
        int session = table.column("session");
        MeanTemplates gallery = new MeanTemplates();
        try (Sampler sampler = new Sampler(analyzer, false)) {
            IntStream.range(first, first + 4).forEach(number -> {
                List<String[]> live = table.rows().stream()
                        .filter(row -> row[label].equals("live") && Integer.parseInt(row[subject]) == number)
                        .toList();
                String earliest = live.stream()
                        .map(row -> row[session])
                        .sorted()
                        .findFirst()
                        .orElse("");
                List<String[]> frames = live.stream()
                        .filter(row -> row[session].equals(earliest))
                        .toList();
                List<Embedding> shots = frames.isEmpty()
                        ? List.of()
                        : IntStream.of(0, frames.size() / 2, frames.size() - 1)
                                .mapToObj(i -> sampler.sample(folder.resolve(frames.get(i)[path])))
                                .flatMap(Optional::stream)
                                .map(Sample::embedding)
                                .toList();
                if (!shots.isEmpty()) {
                    gallery.enrol(new PersonId(number), shots);
                }
            });
        }
        return gallery;
    }

    private final class Counts {

        private final List<Long> extra = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<Figure> slow = new ArrayList<>();
        private long live;
        private long liveGranted;
        private long others;
        private long othersOpened;
        private long passersBy;
        private long prints;
        private long printsOpened;

        void add(AnalysedClip clip, MeanTemplates gallery, int first) {
            String[] parts = clip.clip().name().split("_");
            PersonId subject = new PersonId(Long.parseLong(parts[1]));
            boolean enrolled = subject.value() >= first && subject.value() < first + 4;
            ClipVisit visit = ClipVisit.of(clip, gallery, AccessSettings.DEFAULT.withLiveness(policy));
            if (parts[0].equals("print")) {
                prints += enrolled ? 1 : 0;
                printsOpened += visit.grantedAnybody() ? 1 : 0;
            } else if (enrolled) {
                live++;
                liveGranted += visit.granted(subject) ? 1 : 0;
                passersBy += visit.grantsOfOthers(subject);
                time(clip, visit, gallery);
            } else {
                others++;
                othersOpened += visit.grantedAnybody() ? 1 : 0;
            }
        }

        private void time(AnalysedClip clip, ClipVisit visit, MeanTemplates gallery) {
            OptionalLong with = visit.millisToGrant();
            OptionalLong without = ClipVisit.of(
                            clip, gallery, AccessSettings.DEFAULT.withLiveness(new LivenessPolicy.Off()))
                    .millisToGrant();
            if (with.isPresent() && without.isPresent()) {
                times.add(with.getAsLong());
                extra.add(with.getAsLong() - without.getAsLong());
            }
            if (with.isEmpty() || with.getAsLong() > 1000) {
                slow.add(Figure.of(
                        "slow-" + clip.clip().name(),
                        "  slow: " + clip.clip().name() + " " + visit.codes() + ", ms",
                        with.orElse(-1)));
            }
        }

        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>(List.of(
                    Figure.of("print-opens", "prints of enrolled people that open", new Rate(printsOpened, prints)),
                    Figure.of("live-granted", "live enrolled people granted", new Rate(liveGranted, live)),
                    Figure.of(
                            "others-open",
                            "live people who are not enrolled that open",
                            new Rate(othersOpened, others)),
                    Figure.of("passers-by", "grants of other enrolled people in these clips", passersBy),
                    Figure.of("grant-median-ms", "time to the grant, ms, median", at(times, 0.5)),
                    Figure.of("grant-p95-ms", "time to the grant, ms, 95th percentile", at(times, 0.95)),
                    Figure.of("extra-median-ms", "extra time that liveness takes, ms, median", at(extra, 0.5)),
                    Figure.of("extra-p95-ms", "extra time that liveness takes, ms, 95th percentile", at(extra, 0.95))));
            figures.addAll(slow);
            return figures;
        }

        private double at(List<Long> values, double share) {
            List<Long> sorted = values.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }
}
