package io.lintel.evaluation.pad;

import io.lintel.evaluation.Progress;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures attack detection on a data set. */
public final class PadEvaluation {

    private final FaceModels models;
    private final Progress progress;

    public PadEvaluation(FaceModels models, Progress progress) {
        this.models = models;
        this.progress = progress;
    }

    /** @param scores file for the scores of each frame; null for none @return remarks */
    public List<String> run(PadDataset data, @Nullable Path scores) {
        List<String> remarks = new ArrayList<>(data.remarks());
        List<AnalysedPresentation> stills = analyse(data.stills(), FaceSettings.stills(), remarks);
        List<AnalysedPresentation> clips = analyse(data.clips(), FaceSettings.live(), remarks);
        if (scores != null) {
            write(scores, stills, clips);
        }
        return remarks;
    }

    private List<AnalysedPresentation> analyse(List<Presentation> files, FaceSettings settings, List<String> remarks) {
        List<AnalysedPresentation> analysed = new ArrayList<>();
        List<LintelException> failures = new ArrayList<>();
        try (FaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, settings)) {
            for (Presentation file : files) {
                try {
                    analysed.add(AnalysedPresentation.of(file, analyzer));
                } catch (LintelException e) {
                    failures.add(e);
                    remarks.add(e.getMessage() + ": left out");
                }
                progress.step(file.isClip() ? "clips" : "stills", files.size());
            }
        }
        if (analysed.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return analysed;
    }

    private void write(Path file, List<AnalysedPresentation> stills, List<AnalysedPresentation> clips) {
        List<String> networks =
                models.liveness().stream().map(model -> model.spec().id()).toList();
        try (ScoresFile out = new ScoresFile(file, networks)) {
            stills.forEach(each -> each.scores().forEach(out::add));
            clips.forEach(each -> each.scores().forEach(out::add));
        }
    }
}
