package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeoplePageTest {

    @TempDir
    Path folder;

    private TestGallery test;

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everybodyIsOnExactlyOnePageAlsoOfOneName() {
        for (String name : List.of("Zoë", "ada", "Bruno", "Bruno", "bruno", "Émile", "Chen")) {
            test.add(name, towards(1));
        }
        List<String> names = new ArrayList<>();
        PersonId after = null;
        do {
            PeoplePage page = page("", null, after, 2);
            page.people().forEach(summary -> names.add(summary.person().name().value()));
            after = page.next();
        } while (after != null);

        assertThat(names).containsExactly("ada", "Bruno", "Bruno", "bruno", "Chen", "Émile", "Zoë");
    }

    @Test
    void namesAreFoundByPartsAndSignsAreTakenLiterally() {
        test.add("Ada 100%", towards(1));
        test.add("Bruno_X", towards(0, 1));

        assertThat(names(page("100%", null, null, 10))).containsExactly("Ada 100%");
        assertThat(names(page("o_x", null, null, 10))).containsExactly("Bruno_X");
        assertThat(names(page("%", null, null, 10))).containsExactly("Ada 100%");
    }

    @Test
    void statusesAreFilteredAndCountedAsThePersonSays() {
        test.add("active", towards(1));
        PersonId disabled = test.add("disabled", towards(1));
        PersonId expired = test.add("expired", towards(1));
        PersonId later = test.add("later", towards(1));
        PersonId disabledAndExpired = test.add("both", towards(1));
        ValiditySpan past = new ValiditySpan(null, NOON);
        test.people.setEnabled(disabled, false);
        test.people.setValidity(expired, past);
        test.people.setValidity(later, new ValiditySpan(NOON.plus(Duration.ofDays(1)), null));
        test.people.edit(disabledAndExpired, person -> person.withEnabled(false).withValidity(past));

        for (PersonStatus status : PersonStatus.values()) {
            assertThat(page("", status, null, 10).people())
                    .isNotEmpty()
                    .allMatch(summary -> test.people.status(summary.person()) == status);
        }
        assertThat(test.people.count()).isEqualTo(new PeopleCount(5, 1, 2, 1, 1));
    }

    @Test
    void aPortraitLivesAndDiesWithItsTemplate() {
        TemplateDraft draft = new TemplateDraft(
                towards(1), TestGallery.MODEL, TemplateSource.PHOTO, 1, TestGallery.QUALITY, new Portrait(new byte[] {
                    1, 2, 3
                }));
        EnrolledPerson alva = test.people.add(PersonDraft.named("Alva"), List.of(draft, draft));
        PersonId id = alva.person().id();
        long first = alva.templates().getFirst().id();
        long second = alva.templates().getLast().id();

        assertThat(page("", null, null, 10).people().getFirst().portrait()).isEqualTo(first);
        assertThat(test.people.portrait(id, first).orElseThrow().jpeg()).containsExactly(1, 2, 3);
        test.people.removeTemplate(id, first);
        assertThat(test.people.portraits(id)).containsExactly(second);
        test.people.remove(id);
        assertThat(test.people.portrait(id, second)).isEmpty();
        assertThat(test.people.removePortraits()).isZero();
    }

    @Test
    void portraitsAreDeletedTogetherWhenTheyAreSwitchedOff() {
        test.people.add(
                PersonDraft.named("Alva"),
                List.of(new TemplateDraft(
                        towards(1),
                        TestGallery.MODEL,
                        TemplateSource.PHOTO,
                        1,
                        TestGallery.QUALITY,
                        new Portrait(new byte[] {9}))));

        assertThat(test.people.removePortraits()).isEqualTo(1);
        assertThat(page("", null, null, 10).people().getFirst().portrait()).isNull();
    }

    @Test
    void consentIsKeptWithPurposeAndTime() {
        PersonId alva = test.add("Alva", towards(1));

        test.people.setConsent(alva, new Consent(NOON, "entry to the workshop", 90));

        assertThat(test.people.require(alva).consent()).isEqualTo(new Consent(NOON, "entry to the workshop", 90));
        assertThatThrownBy(() -> new Consent(NOON, "for ever", 1096)).isInstanceOf(GalleryException.class);
    }

    @Test
    void aNameIsFoundByItsWordsInAnyOrder() {
        test.add("Chen Wei", towards(1));
        test.add("Wei Lang", towards(0, 1));

        assertThat(names(page("wei chen", null, null, 10))).containsExactly("Chen Wei");
    }

    @Test
    void whoseValidityEndsFirstComesFirst() {
        valid("Ada", 30);
        test.add("Bruno", towards(1));
        valid("Chen", 10);

        assertThat(sorted(PeopleOrder.VALID_UNTIL, false)).containsExactly("Chen", "Ada", "Bruno");
        assertThat(sorted(PeopleOrder.VALID_UNTIL, true)).containsExactly("Bruno", "Ada", "Chen");
    }

    @Test
    void whoWasLetInLastComesFirstAndTheVisitIsInTheList() {
        VisitStore visits = new VisitStore(test.database().database());
        visits.note(test.add("Ada", towards(1)), NOON.minus(Duration.ofDays(2)));
        test.add("Bruno", towards(1));
        visits.note(test.add("Chen", towards(1)), NOON.minus(Duration.ofDays(1)));

        assertThat(sorted(PeopleOrder.LAST_VISIT, false)).containsExactly("Chen", "Ada", "Bruno");
        assertThat(page("chen", null, null, 1).people().getFirst().lastVisit())
                .isEqualTo(NOON.minus(Duration.ofDays(1)));
    }

    @Test
    void inEveryOrderEverybodyIsOnExactlyOnePage() {
        for (String name : List.of("Zoë", "ada", "Bruno", "Bruno", "Chen")) {
            test.add(name, towards(1));
        }
        valid("Emil", 5);
        for (PeopleOrder order : PeopleOrder.values()) {
            for (boolean backwards : new boolean[] {false, true}) {
                PeopleQuery query = new PeopleQuery("", null, null, null, order, backwards, 2);
                List<PersonId> seen = new ArrayList<>();
                PersonId after = null;
                do {
                    PeoplePage page = test.people.page(query.after(after));
                    page.people().forEach(summary -> seen.add(summary.person().id()));
                    after = page.next();
                } while (after != null);
                assertThat(seen).as(order + " " + backwards).hasSize(6).doesNotHaveDuplicates();
                assertThat(test.people.count(query)).isEqualTo(6);
            }
        }
    }

    @Test
    void severalAreChangedAndRemovedTogetherAndWhoIsGoneIsLeftOut() {
        PersonId ada = test.add("Ada", towards(1));
        PersonId bruno = test.add("Bruno", towards(0, 1));
        test.people.remove(bruno);

        assertThat(test.people.editAll(List.of(ada, bruno), person -> person.withEnabled(false)))
                .hasSize(1);
        assertThat(test.gallery.person(ada)).map(Person::enabled).contains(false);
        assertThat(test.people.removeAll(List.of(ada, bruno))).hasSize(1);
        assertThat(test.gallery.person(ada)).isEmpty();
    }

    private void valid(String name, int days) {
        test.people.setValidity(test.add(name, towards(1)), new ValiditySpan(null, NOON.plus(Duration.ofDays(days))));
    }

    private List<String> sorted(PeopleOrder order, boolean backwards) {
        return names(test.people.page(new PeopleQuery("", null, null, null, order, backwards, 10)));
    }

    private PeoplePage page(String text, @Nullable PersonStatus status, @Nullable PersonId after, int limit) {
        return test.people.page(new PeopleQuery(text, status, null, after, limit));
    }

    private static List<String> names(PeoplePage page) {
        return page.people().stream()
                .map(summary -> summary.person().name().value())
                .toList();
    }
}
