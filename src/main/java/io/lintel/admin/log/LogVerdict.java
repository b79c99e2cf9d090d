package io.lintel.admin.log;

import io.lintel.audit.chain.ChainFinding;
import io.lintel.audit.chain.ChainVerification;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the page says of a verification.
 *
 * @param findings a sentence each
 * @param more how many findings are not in the list
 * @param noted the newest row and its hash, to be noted elsewhere
 */
@TemplateData
public record LogVerdict(boolean intact, String summary, List<String> findings, long more, String noted) {

    static LogVerdict of(ChainVerification result) {
        List<String> findings =
                result.findings().stream().map(ChainFinding::text).toList();
        return new LogVerdict(
                result.isIntact(),
                "%d rows, signed up to row %d by %d checkpoints; %d ranges deleted by retention; %d rows with erased fields"
                        .formatted(
                                result.rows(),
                                result.signedTo(),
                                result.checkpoints(),
                                result.tombstones(),
                                result.erased()),
                findings,
                result.found() - findings.size(),
                result.last() + ":" + result.hash());
    }
}
