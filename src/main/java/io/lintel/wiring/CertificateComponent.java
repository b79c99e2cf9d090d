package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.system.Recurring;
import java.time.Duration;
import java.util.Optional;

/** Serves a certificate that was renewed where it lies, without a restart of the door. */
final class CertificateComponent extends BackgroundComponent {

    private static final String NAME = "certificate";
    private static final Duration REST = Duration.ofSeconds(10);

    private final CertificateExchange certificates;

    CertificateComponent(CertificateExchange certificates) {
        super(NAME);
        this.certificates = certificates;
    }

    @Override
    Recurring begin() {
        return Recurring.start(NAME, REST, certificates::useIfRenewed);
    }

    /** The page Now warns of one that ends; a renewal that cannot be used stands in the program's log. */
    @Override
    public Optional<ComponentStatus> status() {
        return Optional.empty();
    }
}
