package io.lintel.face;

import io.lintel.model.InstalledModel;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelStore;
import io.lintel.system.Kebab;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which liveness networks are installed. The published ones count only together: their error rates were measured on all of them,
 * and each alone is deceived more often.
 */
public enum LivenessSet {
    /** A photo cannot be told from a person. */
    NONE,
    /** Only the network that Lintel ships. */
    OWN,
    /** Only the published networks; Lintel's own was removed. */
    PUBLISHED,
    /** Lintel's own and the published networks. */
    OWN_AND_PUBLISHED;

    /**
     * The networks to use: Lintel's own first, then the published ones in the catalogue's order, or none of these if one is missing.
     *
     * @throws io.lintel.system.LintelException if a file is there but altered
     */
    static List<InstalledModel> usable(ModelStore store) {
        List<InstalledModel> installed = store.available(ModelRole.LIVENESS);
        long published = store.catalog().defaults(ModelRole.LIVENESS).stream()
                .filter(model -> !model.isShipped())
                .count();
        boolean complete = published(installed) == published;
        return Stream.concat(
                        installed.stream().filter(model -> model.spec().isShipped()),
                        installed.stream()
                                .filter(model -> complete && !model.spec().isShipped()))
                .toList();
    }

    /** For logs and programs. */
    public String word() {
        return Kebab.of(this);
    }

    /** The set that these networks make. */
    static LivenessSet of(List<InstalledModel> models) {
        long published = published(models);
        if (published == 0) {
            return models.isEmpty() ? NONE : OWN;
        }
        return published == models.size() ? PUBLISHED : OWN_AND_PUBLISHED;
    }

    private static long published(List<InstalledModel> models) {
        return models.stream().filter(model -> !model.spec().isShipped()).count();
    }
}
