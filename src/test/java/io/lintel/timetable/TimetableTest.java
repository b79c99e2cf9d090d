package io.lintel.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.schedule.PeriodLine;
import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TestGallery;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableTest {

    @TempDir
    Path folder;

    private TestGallery house;
    private Timetable timetable;
    private PersonId alva;

    @BeforeEach
    void open() {
        house = TestGallery.open(folder);
        timetable = new Timetable(house.database().database());
        alva = house.add("Alva", TestGallery.towards(1));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoHasNothingHasTheDefaultWhichIsAlwaysAtFirst() {
        assertThat(timetable.snapshot().of(alva).byDefault()).isTrue();
        assertThat(timetable.snapshot().rulesOf(alva)).containsExactly(WeeklySchedule.ALWAYS);

        timetable.setDefault(NamedSchedule.NEVER);
        assertThat(timetable.snapshot().rulesOf(alva))
                .containsExactly(
                        new NamedSchedule(NamedSchedule.NEVER, new PlanName("never"), true, List.of(), false).rule());
    }

    @Test
    void ownSchedulesAndThoseOfAllGroupsCountTogether() {
        NamedSchedule office = add("office", "Mon-Fri 08:00-18:00");
        NamedSchedule late = add("late", "Fri 22:00-02:00");
        NamedSchedule weekend = add("weekend", "Sat,Sun 10:00-14:00");
        PeopleGroup staff = timetable.addGroup(new PlanName("staff"));
        PeopleGroup band = timetable.addGroup(new PlanName("band"));
        timetable.setGroupSchedules(staff.id(), Set.of(office.id()));
        timetable.setGroupSchedules(band.id(), Set.of(late.id(), office.id()));
        timetable.setGroupsOf(alva, Set.of(staff.id(), band.id()));
        timetable.setSchedulesOf(alva, Set.of(weekend.id()));

        Assignment assignment = timetable.snapshot().of(alva);
        assertThat(assignment.byDefault()).isFalse();
        assertThat(assignment.inForce()).containsExactly(late, office, weekend);
        assertThat(assignment.groups()).extracting(PeopleGroup::id).containsExactly(band.id(), staff.id());
    }

    @Test
    void aGroupWithoutSchedulesGivesNothing() {
        PeopleGroup staff = timetable.addGroup(new PlanName("staff"));
        timetable.changeMembers(staff.id(), Set.of(alva), Set.of());

        assertThat(timetable.snapshot().of(alva).byDefault()).isTrue();
    }

    @Test
    void aScheduleThatSomebodyHasStays() {
        NamedSchedule office = add("office", "Mon-Fri 08:00-18:00");
        timetable.setSchedulesOf(alva, Set.of(office.id()));

        assertThatThrownBy(() -> timetable.removeSchedule(office.id()))
                .isInstanceOf(TimetableException.class)
                .hasMessageContaining("1 people");
        timetable.setSchedulesOf(alva, Set.of());
        timetable.setDoor(new DoorPlan(office.id(), true));
        assertThatThrownBy(() -> timetable.removeSchedule(office.id())).isInstanceOf(TimetableException.class);

        timetable.setDoor(DoorPlan.NONE);
        assertThat(timetable.removeSchedule(office.id())).isEqualTo(office);
        assertThat(timetable.snapshot().schedule(office.id())).isEmpty();
    }

    @Test
    void theBuiltInOnesStay() {
        assertThatThrownBy(() -> timetable.removeSchedule(NamedSchedule.ALWAYS)).hasMessageContaining("built in");
        assertThatThrownBy(() -> timetable.changeSchedule(NamedSchedule.NEVER, draft("never", "daily 00:00-24:00")))
                .hasMessageContaining("built in");
    }

    @Test
    void aChangeTellsBeforeAndAfter() {
        NamedSchedule office = add("office", "Mon-Fri 08:00-18:00");

        Changed<NamedSchedule> change =
                timetable.changeSchedule(office.id(), draft("Office", "Mon-Thu 08:00-18:00", "holidays 10:00-12:00"));

        assertThat(change.before()).isEqualTo(office);
        assertThat(change.after().describe()).isEqualTo("Mon-Thu 08:00-18:00; holidays 10:00-12:00");
        assertThat(timetable.schedule(office.id())).isEqualTo(change.after());
    }

    @Test
    void twoOfOneNameAreRefused() {
        add("office", "Mon 08:00-18:00");
        assertThatThrownBy(() -> add("ÓFFICE", "Mon 08:00-18:00")).hasMessageContaining("another schedule");
        timetable.addGroup(new PlanName("staff"));
        assertThatThrownBy(() -> timetable.addGroup(new PlanName("Staff"))).hasMessageContaining("another group");
    }

    @Test
    void aGroupWithMembersGoesOnlyWhenThatIsMeant() {
        PeopleGroup staff = timetable.addGroup(new PlanName("staff"));
        timetable.changeMembers(staff.id(), Set.of(alva), Set.of());

        assertThatThrownBy(() -> timetable.removeGroup(staff.id(), false)).hasMessageContaining("1 members");
        timetable.removeGroup(staff.id(), true);
        assertThat(timetable.snapshot().of(alva).groups()).isEmpty();
    }

    @Test
    void aPersonWhoIsDeletedLeavesNothing() {
        PeopleGroup staff = timetable.addGroup(new PlanName("staff"));
        timetable.changeMembers(staff.id(), Set.of(alva), Set.of());
        house.people.remove(alva);

        assertThat(timetable.refresh()).isTrue();
        assertThat(timetable.group(staff.id()).members()).isEmpty();
        assertThatThrownBy(() -> timetable.setSchedulesOf(alva, Set.of()))
                .isInstanceOfSatisfying(
                        TimetableException.class, e -> assertThat(e.isMissing()).isTrue());
    }

    @Test
    void aHolidayIsStoredOnce() {
        HolidayDraft christmas = new HolidayDraft(
                new PlanName("Christmas"), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), true);

        assertThat(timetable.addHolidays(List.of(christmas, christmas))).hasSize(1);
        assertThat(timetable.addHolidays(List.of(christmas))).isEmpty();
        assertThat(timetable.snapshot().calendar().isHoliday(LocalDate.of(2030, 12, 26)))
                .isTrue();

        timetable.removeHoliday(timetable.snapshot().holidays().getFirst().id());
        assertThat(timetable.snapshot().calendar().isHoliday(LocalDate.of(2030, 12, 26)))
                .isFalse();
    }

    @Test
    void whatAnotherWritesIsSeen() {
        Timetable other = new Timetable(house.database().database());
        assertThat(timetable.refresh()).isFalse();

        other.setDefault(NamedSchedule.NEVER);

        assertThat(timetable.refresh()).isTrue();
        assertThat(timetable.snapshot().defaultSchedule().id()).isEqualTo(NamedSchedule.NEVER);
        assertThat(timetable.refresh()).isFalse();
    }

    private NamedSchedule add(String name, String... lines) {
        return timetable.addSchedule(draft(name, lines));
    }

    private static ScheduleDraft draft(String name, String... lines) {
        return new ScheduleDraft(
                new PlanName(name),
                List.of(lines).stream().map(PeriodLine::parse).toList(),
                false);
    }
}
