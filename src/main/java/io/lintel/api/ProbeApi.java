package io.lintel.api;

import io.lintel.web.LookupUploads;
import io.lintel.service.LookupResult;
import io.lintel.service.LookupPicture;
import io.lintel.service.AnalysedFace;
import io.lintel.service.FaceLookupService;
import io.lintel.security.Roles;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.face.BoundingBox;
import io.lintel.gallery.PersonId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Looks faces up. Photos come as multipart form data, JPEG, PNG or WebP, up to 20 MB each; nothing of them is kept. While several
 * requests wait already, the answer is 503.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "probes")
public class ProbeApi {

    private final FaceLookupService service;
    private final Caller caller;

    ProbeApi(FaceLookupService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * @param falseMatchRate per comparison at the threshold
     * @param measured false when that rate is an estimate beyond what was measured
     */
    @RegisterForReflection
    public record Threshold(double threshold, double falseMatchRate, boolean measured) {}

    /**
     * @param box left, top, width, height in pixels of the photo as it was looked at
     * @param liveness of this one picture, 0 to 1; null without liveness models
     */
    @RegisterForReflection
    public record FaceFacts(
            List<Integer> box,
            List<String> qualityFlaws,
            @Nullable Double liveness) {}

    @RegisterForReflection
    public record Verified(
            boolean match, long person, String name, double score, Threshold threshold, FaceFacts face) {}

    @RegisterForReflection
    public record Compared(boolean match, double score, Threshold threshold, FaceFacts first, FaceFacts second) {}

    @RegisterForReflection
    public record Identified(List<Photo> photos, int persons) {}

    /** @param error why there is no answer; null when there is one */
    @RegisterForReflection
    public record Photo(
            String file,
            List<IdentifiedFace> faces,
            @Nullable String error,
            @Nullable String remedy) {}

    /**
     * @param verdict known, ambiguous or not-in-database
     * @param person null unless known
     * @param falsePositiveRate chance that a stranger's visit would be taken for somebody
     */
    @RegisterForReflection
    public record IdentifiedFace(
            String verdict,
            @Nullable Long person,
            @Nullable String name,
            List<CandidateScore> candidates,
            Threshold threshold,
            double falsePositiveRate,
            FaceFacts face) {}

    @RegisterForReflection
    public record CandidateScore(long person, String name, double score) {}

    /** 1:1. Form fields: person (number), photo. */
    @POST
    @Path("verify")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Verified verify(@RestForm("person") long person, @RestForm("photo") @Nullable FileUpload photo) {
        LookupResult.Verification answer = service.verify(caller.actor().name(), new PersonId(person), required(photo, "photo"));
        return new Verified(
                answer.isMatch(),
                person,
                answer.person().name().value(),
                answer.score(),
                threshold(answer.point()),
                facts(answer.face()));
    }

    /** 1:N. Form field photos, one or several; each is answered by itself. */
    @POST
    @Path("identify")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Identified identify(@RestForm("photos") @Nullable List<FileUpload> photos) {
        List<LookupResult.Photo> answers = service.identify(caller.actor().name(), LookupUploads.all(photos));
        int persons = answers.stream()
                .flatMap(photo -> photo.faces().stream())
                .mapToInt(face -> face.point().comparisons())
                .findFirst()
                .orElse(0);
        return new Identified(answers.stream().map(ProbeApi::json).toList(), persons);
    }

    /** Form fields: first, second. */
    @POST
    @Path("compare")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Compared compare(
            @RestForm("first") @Nullable FileUpload first, @RestForm("second") @Nullable FileUpload second) {
        LookupResult.Comparison answer =
                service.compare(caller.actor().name(), required(first, "first"), required(second, "second"));
        return new Compared(
                answer.isMatch(),
                answer.score(),
                threshold(answer.point()),
                facts(answer.first()),
                facts(answer.second()));
    }

    private static Photo json(LookupResult.Photo photo) {
        return new Photo(
                photo.label(),
                photo.faces().stream().map(ProbeApi::json).toList(),
                photo.problem() == null ? null : photo.problem().getMessage(),
                photo.problem() == null ? null : photo.problem().remedy());
    }

    private static IdentifiedFace json(LookupResult.Identification face) {
        boolean known = face.verdict() == LookupResult.Verdict.KNOWN;
        List<CandidateScore> candidates = face.candidates().stream()
                .map(each -> new CandidateScore(
                        each.candidate().person().value(),
                        each.name(),
                        each.candidate().score()))
                .toList();
        return new IdentifiedFace(
                face.verdict().word(),
                known ? candidates.getFirst().person() : null,
                known ? candidates.getFirst().name() : null,
                candidates,
                threshold(face.point()),
                face.point().fpir(),
                facts(face.face()));
    }

    private static Threshold threshold(OperatingPoint point) {
        return new Threshold(point.threshold(), point.fmr(), point.measured());
    }

    private static FaceFacts facts(AnalysedFace face) {
        BoundingBox box = face.face().box();
        return new FaceFacts(
                List.of(Math.round(box.x()), Math.round(box.y()), Math.round(box.width()), Math.round(box.height())),
                face.quality().flaws().stream().sorted().map(Enum::name).toList(),
                face.liveness().isPresent() ? face.liveness().getAsDouble() : null);
    }

    private static LookupPicture required(@Nullable FileUpload file, String field) {
        return LookupUploads.of(file)
                .orElseThrow(() -> new HttpProblem(
                        422, "The form field " + field + " holds no photo", "send it as multipart/form-data"));
    }
}
