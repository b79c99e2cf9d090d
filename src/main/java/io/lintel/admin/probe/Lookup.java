package io.lintel.admin.probe;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Person;
import io.lintel.system.LintelException;
import io.lintel.wiring.Probes.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found out about faces in pictures. */
public sealed interface Lookup {

    /** The threshold in force and what it means. */
    OperatingPoint point();

    /** 1:1. @param person who it was claimed to be */
    record Verification(Person person, Probe probe, double score, OperatingPoint point) implements Lookup {

        public boolean isMatch() {
            return score >= point.threshold();
        }
    }

    /** 1:N. @param candidates the best first, at most five */
    record Identification(Probe probe, List<Named> candidates, double margin, OperatingPoint point) implements Lookup {

        public Identification {
            candidates = List.copyOf(candidates);
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
    record Comparison(Probe first, Probe second, double score, OperatingPoint point) implements Lookup {

        public boolean isMatch() {
            return score >= point.threshold();
        }
    }

    /** Of an identification. */
    enum Verdict {
        KNOWN,
        AMBIGUOUS,
        NOT_IN_DATABASE
    }

    /** A candidate with his name. */
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
