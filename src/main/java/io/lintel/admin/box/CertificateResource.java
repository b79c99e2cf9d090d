package io.lintel.admin.box;

import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.config.tls.Certificate;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.lintel.wiring.CertificateExchange;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The certificate of these pages, which can be replaced while they are served. */
@Path("/admin/box/certificate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class CertificateResource {

    private static final String HERE = "/admin/box/certificate";
    private static final int LARGEST = 100_000;

    private final CertificateExchange exchange;
    private final Pages pages;
    private final Caller caller;
    private final ZoneId zone;

    CertificateResource(CertificateExchange exchange, Pages pages, Caller caller, ZoneId zone) {
        this.exchange = exchange;
        this.pages = pages;
        this.caller = caller;
        this.zone = zone;
    }

    /** @param own whether nobody else vouches for it @param ending whether it ends within a month */
    @TemplateData
    public record CertificateView(
            List<String> names, String from, String until, String fingerprint, boolean own, boolean ending) {}

    @CheckedTemplate(basePath = "box")
    static class Templates {
        static native TemplateInstance certificate(
                Page page, @Nullable CertificateView certificate, boolean namedBySettings);
    }

    @GET
    public String page() {
        return Templates.certificate(
                        pages.page("Certificate", Section.THIS_BOX),
                        exchange.inUse().map(this::view).orElse(null),
                        exchange.isNamedBySettings())
                .render();
    }

    private CertificateView view(Certificate certificate) {
        return new CertificateView(
                certificate.names().stream().sorted().toList(),
                DisplayTime.text(certificate.from(), zone),
                DisplayTime.text(certificate.until(), zone),
                certificate.fingerprint(),
                certificate.selfSigned(),
                certificate.isEnding(Instant.now()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make() {
        return changed(() -> exchange.makeOwn(caller.actor().name()));
    }

    @POST
    @Path("again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response readAgain() {
        return changed(() -> exchange.readAgain(caller.actor().name()));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response replace(
            @RestForm("certificate") @Nullable FileUpload certificate, @RestForm("key") @Nullable FileUpload key) {
        return changed(() -> exchange.replace(caller.actor().name(), text(certificate), text(key)));
    }

    private Response changed(Runnable change) {
        boolean served = exchange.inUse().isPresent();
        try {
            change.run();
            return pages.back(
                    HERE,
                    FlashMessage.good(
                            served
                                    ? "The certificate is in use: browsers ask anew whether to trust it"
                                    : "The certificate is made. It counts from the next start of Lintel"));
        } catch (LintelException e) {
            return pages.back(HERE, FlashMessage.of(e));
        }
    }

    private static String text(@Nullable FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            throw new LintelException("A file is missing", "choose both: the certificate with its chain, and its key");
        }
        if (file.size() > LARGEST) {
            throw new LintelException("This is no certificate: the file is too large", "choose a PEM file");
        }
        try {
            return Files.readString(file.uploadedFile(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new LintelException("The file cannot be read: " + e.getMessage(), "send it again", e);
        }
    }
}
