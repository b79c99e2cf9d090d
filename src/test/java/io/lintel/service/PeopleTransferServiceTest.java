package io.lintel.service;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditKind;
import io.lintel.backup.BackupException;
import io.lintel.backup.BackupKey;
import io.lintel.gallery.Consent;
import io.lintel.gallery.FlatSearch;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.MatchSettings;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.PersonScore;
import io.lintel.gallery.Portrait;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.ValiditySpan;
import io.lintel.gallery.bulk.ImportEntry;
import io.lintel.gallery.bulk.ImportEntry.Result;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleName;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People from one box to another, with templates, their models' ids and consent. */
class PeopleTransferServiceTest {

    private static final BackupKey.Passphrase KEY = new BackupKey.Passphrase("five quite random words here");

    @TempDir
    Path folder;

    private ServiceFixture from;
    private ServiceFixture to;
    private PeopleTransferService sender;
    private PeopleTransferService receiver;
    private People there;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        from = new ServiceFixture(Files.createDirectories(folder.resolve("from")));
        to = new ServiceFixture(Files.createDirectories(folder.resolve("to")));
        file = folder.resolve("people.age");
        sender = new PeopleTransferService(from.gallery.people, from.gallery.gallery, from.schedules, from.log);
        Gallery gallery = new Gallery(
                to.gallery.store, TestGallery.MODEL, new MatchSettings(PersonScore.MEAN, 1, 0.55), FlatSearch::new);
        there = new People(to.gallery.store, gallery, () -> NOON);
        receiver = new PeopleTransferService(there, gallery, to.schedules, to.log);
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void aPersonArrivesAsTheyWere() {
        Person alva = alva(template(TestGallery.MODEL, new Portrait(new byte[] {1, 2, 3})));
        Group here = from.schedules.addGroup("ada", new ScheduleName("Staff"), Set.of());
        from.schedules.setAccess("ada", alva.id(), null, Set.of(here.id()));
        from.people.edit("ada", alva.id(), person -> person.withEnabled(false));
        Group staff = to.schedules.addGroup("otto", new ScheduleName("Staff"), Set.of());

        assertThat(sender.write("ada", List.of(alva.id()), KEY, file)).isEqualTo(1);
        List<ImportEntry> report = receiver.read("otto", file, KEY, false, false);

        assertThat(report)
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo(Result.ENROLLED));
        PersonId id = report.getFirst().person();
        Person arrived = there.require(id);
        assertThat(arrived.consent()).isEqualTo(new Consent(NOON, "entry", 90));
        assertThat(arrived.note()).isEqualTo("Lab");
        assertThat(arrived.enabled()).isFalse();
        assertThat(to.schedules.assignment(id).groups()).extracting(Group::id).containsExactly(staff.id());
        assertThat(there.copies(Set.of(id)).get(id).templates())
                .singleElement()
                .satisfies(copy ->
                        assertThat(copy.embedding().cosine(towards(1, 0, 0))).isGreaterThan(0.9999))
                .satisfies(copy -> assertThat(copy.modelId()).isEqualTo(TestGallery.MODEL))
                .satisfies(copy -> assertThat(copy.portrait().jpeg()).containsExactly(1, 2, 3));
        assertThat(from.rows(AuditKind.DATA_EXPORTED)).hasSize(1);
        assertThat(to.rows(AuditKind.DATA_IMPORTED)).hasSize(1);
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        sender.write("ada", List.of(alva(template(TestGallery.MODEL, null)).id()), KEY, file);

        assertThat(receiver.read("otto", file, KEY, true, false))
                .extracting(ImportEntry::result)
                .containsExactly(Result.ENROLLED);
        assertThat(there.list("", 10, 0)).isEmpty();
        assertThat(to.rows(AuditKind.PERSON_ENROLLED)).isEmpty();
    }

    @Test
    void conflictsAreNamedAndNobodyGetsMoreRightsThanBefore() {
        Person alva = alva(template(TestGallery.MODEL, null));
        Group night = from.schedules.addGroup("ada", new ScheduleName("Night"), Set.of());
        PersonId bela = from.gallery.add("Bela", towards(0, 1, 0));
        from.schedules.setAccess("ada", bela, null, Set.of(night.id()));
        from.gallery.add("Chen", towards(0, 0, 1));
        sender.write("ada", List.of(), KEY, file);
        to.gallery.add("ALVA", towards(0.5, 0.5, 0.7));
        to.gallery.add("Somebody", towards(0, 0.1, 1));

        assertThat(receiver.read("otto", file, KEY, false, false))
                .extracting(ImportEntry::path, ImportEntry::result)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(alva.name().value(), Result.SKIPPED),
                        org.assertj.core.groups.Tuple.tuple("Bela", Result.REFUSED),
                        org.assertj.core.groups.Tuple.tuple("Chen", Result.REFUSED));
        assertThat(receiver.read("otto", file, KEY, true, true).getLast().result())
                .isEqualTo(Result.ENROLLED);
    }

    @Test
    void whoseTemplatesAreOfAnotherModelMustEnrolAgain() {
        sender.write("ada", List.of(alva(template("other-model", null)).id()), KEY, file);

        ImportEntry entry = receiver.read("otto", file, KEY, false, false).getFirst();

        assertThat(entry.detail()).contains("must enrol again");
        assertThat(there.mustEnrolAgain(entry.person())).isTrue();
    }

    @Test
    void theFileRevealsNothingAndOpensForNobodyElse() throws IOException {
        sender.write("ada", List.of(alva(template(TestGallery.MODEL, null)).id()), KEY, file);

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1")
                .doesNotContain("Alva", "entry", TestGallery.MODEL);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThatThrownBy(() ->
                        receiver.read("otto", file, new BackupKey.Passphrase("five other random words"), false, false))
                .isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> sender.write("ada", List.of(), KEY, file)).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> sender.write("ada", List.of(new PersonId(4711)), KEY, folder.resolve("nobody.age")))
                .isInstanceOf(LintelException.class);
    }

    private Person alva(TemplateDraft template) {
        return from.gallery
                .people
                .add(
                        new PersonDraft(
                                new PersonName("Alva"), "Lab", ValiditySpan.UNLIMITED, new Consent(NOON, "entry", 90)),
                        List.of(template))
                .person();
    }

    private static TemplateDraft template(String model, Portrait portrait) {
        return new TemplateDraft(towards(1, 0, 0), model, TemplateSource.PHOTO, 1, TestGallery.QUALITY, portrait);
    }
}
