package io.lintel.service;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PeopleQuery;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.ValiditySpan;
import io.lintel.gallery.bulk.FolderSource;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.PeopleImport;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleExportServiceTest {

    private static final double[] ALVA = {1, 0, 0};

    @TempDir
    Path folder;

    private ServiceFixture box;
    private PeopleExportService exports;

    @BeforeEach
    void open() {
        box = new ServiceFixture(folder);
        exports = new PeopleExportService(box.gallery.people, box.schedules, box.log, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void anExportedListIsImportedAsItWas() throws IOException {
        Group staff = box.schedules.addGroup("ada", new ScheduleName("Staff"), Set.of());
        PersonId alva = box.gallery.add("Alva", towards(ALVA));
        box.people.edit(
                "ada",
                alva,
                person -> person.withNote("=1+1, \"Lab\"")
                        .withEnabled(false)
                        .withConsent(new Consent(NOON, "entry", 90))
                        .withValidity(new ValiditySpan(
                                Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"))));
        box.schedules.setAccess(
                "ada", alva, Set.of(box.schedules.snapshot().defaultSchedule().id()), Set.of(staff.id()));
        Path again = Files.createDirectories(folder.resolve("again/Alva"));
        Files.writeString(again.resolveSibling("people.csv"), exports.csv("ada", all()));
        Files.copy(box.photo(ALVA).file(), again.resolve("1.png"));
        box.people.remove("ada", alva);

        PeopleImport work = box.imports.prepare(
                "ada", FolderSource.open(folder.resolve("again"), ImportLimits.DEFAULT), new ImportOptions(true, null));
        work.run();

        assertThat(work.report().people()).as(work.report().toString()).isEqualTo(1);
        PersonSummary back = all().getFirst();
        assertThat(back.person().note()).isEqualTo("=1+1, \"Lab\"");
        assertThat(back.person().enabled()).isFalse();
        assertThat(back.person().validity().until()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(back.person().consent()).isEqualTo(new Consent(NOON, "entry", 90));
        var access = box.schedules.assignment(back.person().id());
        assertThat(access.groups()).extracting(Group::id).containsExactly(staff.id());
        assertThat(access.own()).hasSize(1);
    }

    @Test
    void whoExportedItIsInTheLogAndAFormulaIsText() {
        box.gallery.add("=HYPERLINK(1)", towards(ALVA));

        assertThat(exports.csv("ada", all())).contains("'=HYPERLINK(1)");
        assertThat(box.rows(AuditKind.DATA_EXPORTED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().actor()).isEqualTo("ada"));
    }

    /** The list shows it at once, not after the day's retention. */
    @Test
    void aGrantIsTheLastVisitOfItsPersonAndOfTheirLookAlikes() {
        PersonId alva = box.gallery.add("Alva", towards(ALVA));
        PersonId bela = box.gallery.add("Bela", towards(0, 1, 0));
        box.gallery.add("Chen", towards(0, 0, 1));

        box.log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")
                .about(alva.value())
                .with("{\"look_alikes\":\"" + bela + " 4711\"}"));
        box.log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(999));

        assertThat(all()).extracting(PersonSummary::lastVisit).containsExactly(NOON, NOON, null);
    }

    private List<PersonSummary> all() {
        return exports.all(PeopleQuery.all(2));
    }
}
