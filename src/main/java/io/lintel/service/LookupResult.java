package io.lintel.service;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Person;
import io.lintel.system.Kebab;
import io.lintel.system.LintelException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of a lookup. */
public sealed interface LookupResult {

    /** The threshold in force and what it means. */
    OperatingPoint point();

    /** 1:1. @param person who it was claimed to be @param entry what the door would do with them now */
    record Verification(Person person, AnalysedFace face, double score, OperatingPoint point, EntryService.Entry entry)
            implements LookupResult {

        public boolean isMatch() {
            return score >= point.threshold();
        }
    }

    /**
     * 1:N.
     *
     * @param candidates the best first, at most five
     * @param margin the least lead over the second
     * @param entry what the door would do with the person now; null unless known
     */
    record Identification(
            AnalysedFace face,
            List<Named> candidates,
            double margin,
            OperatingPoint point,
            EntryService.@Nullable Entry entry)
            implements LookupResult {

        public Identification {
            candidates = List.copyOf(candidates);
        }

        /** The same with what the door would do. */
        Identification with(EntryService.Entry answer) {
            return new Identification(face, candidates, margin, point, answer);
        }

        public Verdict verdict() {
            if (candidates.isEmpty() || best() < point.threshold()) {
                return Verdict.NOT_IN_DATABASE;
            }
            boolean clear = candidates.size() < 2
                    || best() - candidates.get(1).candidate().score() >= margin;
            return clear ? Verdict.KNOWN : Verdict.AMBIGUOUS;
        }

        private double best() {
            return candidates.getFirst().candidate().score();
        }
    }

    /** Two pictures. */
    record Comparison(AnalysedFace first, AnalysedFace second, double score, OperatingPoint point)
            implements LookupResult {

        public boolean isMatch() {
            return score >= point.threshold();
        }
    }

    /** Of an identification. */
    enum Verdict {
        KNOWN,
        AMBIGUOUS,
        NOT_IN_DATABASE;

        /** Lower case with hyphens, as programs and the log read it. */
        public String word() {
            return Kebab.of(this);
        }
    }

    /** A candidate by name. */
    record Named(Candidate candidate, String name) {}

    /** One picture of several. @param problem why it has no answer; null when it has one */
    record Photo(
            String label,
            List<Identification> faces,
            @Nullable LintelException problem) {

        public Photo {
            faces = List.copyOf(faces);
        }
    }
}
