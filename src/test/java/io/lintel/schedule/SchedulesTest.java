package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.gallery.PeopleQuery;
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

class SchedulesTest {

    @TempDir
    Path folder;

    private TestGallery house;
    private Schedules schedules;
    private PersonId alva;

    @BeforeEach
    void open() {
        house = TestGallery.open(folder);
        schedules = new Schedules(house.database().database());
        alva = house.add("Alva", TestGallery.towards(1));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void peopleWithoutAScheduleHaveTheDefaultWhichStartsAsAlways() {
        assertThat(schedules.snapshot().of(alva).byDefault()).isTrue();
        assertThat(schedules.snapshot().rulesOf(alva)).containsExactly(WeeklySchedule.ALWAYS);

        schedules.setDefault(Schedule.NEVER);
        assertThat(schedules.snapshot().rulesOf(alva))
                .containsExactly(
                        new Schedule(Schedule.NEVER, new ScheduleName("never"), true, List.of(), false).rule());
    }

    @Test
    void ownSchedulesAndThoseOfAllGroupsCountTogether() {
        Schedule office = add("office", "Mon-Fri 08:00-18:00");
        Schedule late = add("late", "Fri 22:00-02:00");
        Schedule weekend = add("weekend", "Sat,Sun 10:00-14:00");
        Group staff = schedules.addGroup(new ScheduleName("staff"));
        Group band = schedules.addGroup(new ScheduleName("band"));
        schedules.setGroupSchedules(staff.id(), Set.of(office.id()));
        schedules.setGroupSchedules(band.id(), Set.of(late.id(), office.id()));
        schedules.setGroupsOf(alva, Set.of(staff.id(), band.id()));
        schedules.setSchedulesOf(alva, Set.of(weekend.id()));

        Assignment assignment = schedules.snapshot().of(alva);
        assertThat(assignment.byDefault()).isFalse();
        assertThat(assignment.inForce()).containsExactly(late, office, weekend);
        assertThat(assignment.groups()).extracting(Group::id).containsExactly(band.id(), staff.id());
    }

    @Test
    void aGroupWithoutSchedulesGivesNothing() {
        Group staff = schedules.addGroup(new ScheduleName("staff"));
        schedules.changeMembers(staff.id(), Set.of(alva), Set.of());

        assertThat(schedules.snapshot().of(alva).byDefault()).isTrue();
    }

    @Test
    void aScheduleThatSomebodyHasStays() {
        Schedule office = add("office", "Mon-Fri 08:00-18:00");
        schedules.setSchedulesOf(alva, Set.of(office.id()));

        assertThatThrownBy(() -> schedules.removeSchedule(office.id()))
                .isInstanceOf(ScheduleException.class)
                .hasMessageContaining("1 people");
        schedules.setSchedulesOf(alva, Set.of());
        schedules.setDoor(new DoorSchedule(office.id(), true));
        assertThatThrownBy(() -> schedules.removeSchedule(office.id())).isInstanceOf(ScheduleException.class);

        schedules.setDoor(DoorSchedule.NONE);
        assertThat(schedules.removeSchedule(office.id())).isEqualTo(office);
        assertThat(schedules.snapshot().schedule(office.id())).isEmpty();
    }

    @Test
    void theBuiltInOnesStay() {
        assertThatThrownBy(() -> schedules.removeSchedule(Schedule.ALWAYS)).hasMessageContaining("built in");
        assertThatThrownBy(() -> schedules.changeSchedule(Schedule.NEVER, draft("never", "daily 00:00-24:00")))
                .hasMessageContaining("built in");
    }

    @Test
    void aChangeTellsBeforeAndAfter() {
        Schedule office = add("office", "Mon-Fri 08:00-18:00");

        Changed<Schedule> change =
                schedules.changeSchedule(office.id(), draft("Office", "Mon-Thu 08:00-18:00", "holidays 10:00-12:00"));

        assertThat(change.before()).isEqualTo(office);
        assertThat(change.after().describe()).isEqualTo("Mon-Thu 08:00-18:00; holidays 10:00-12:00");
        assertThat(schedules.schedule(office.id())).isEqualTo(change.after());
    }

    @Test
    void twoOfOneNameAreRefused() {
        add("office", "Mon 08:00-18:00");
        assertThatThrownBy(() -> add("ÓFFICE", "Mon 08:00-18:00")).hasMessageContaining("another schedule");
        schedules.addGroup(new ScheduleName("staff"));
        assertThatThrownBy(() -> schedules.addGroup(new ScheduleName("Staff"))).hasMessageContaining("another group");
    }

    @Test
    void aGroupWithMembersGoesOnlyWhenThatIsMeant() {
        Group staff = schedules.addGroup(new ScheduleName("staff"));
        schedules.changeMembers(staff.id(), Set.of(alva), Set.of());

        assertThatThrownBy(() -> schedules.removeGroup(staff.id(), false)).hasMessageContaining("1 members");
        schedules.removeGroup(staff.id(), true);
        assertThat(schedules.snapshot().of(alva).groups()).isEmpty();
    }

    @Test
    void aPersonWhoIsDeletedLeavesNothing() {
        Group staff = schedules.addGroup(new ScheduleName("staff"));
        schedules.changeMembers(staff.id(), Set.of(alva), Set.of());
        house.people.remove(alva);

        assertThat(schedules.refresh()).isTrue();
        assertThat(schedules.group(staff.id()).members()).isEmpty();
        assertThatThrownBy(() -> schedules.setSchedulesOf(alva, Set.of()))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.isMissing()).isTrue());
    }

    @Test
    void aHolidayIsStoredOnce() {
        Holiday christmas = new Holiday(
                new ScheduleName("Christmas"), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), true);

        assertThat(schedules.addHolidays(List.of(christmas, christmas), Holiday.BY_HAND))
                .hasSize(1);
        assertThat(schedules.addHolidays(List.of(christmas), Holiday.BY_HAND)).isEmpty();
        assertThat(schedules.snapshot().calendar().isHoliday(LocalDate.of(2030, 12, 26)))
                .isTrue();

        schedules.removeHoliday(schedules.snapshot().holidays().getFirst().id());
        assertThat(schedules.snapshot().calendar().isHoliday(LocalDate.of(2030, 12, 26)))
                .isFalse();
    }

    @Test
    void whatAnotherWritesIsSeen() {
        Schedules other = new Schedules(house.database().database());
        assertThat(schedules.refresh()).isFalse();

        other.setDefault(Schedule.NEVER);

        assertThat(schedules.refresh()).isTrue();
        assertThat(schedules.snapshot().defaultSchedule().id()).isEqualTo(Schedule.NEVER);
        assertThat(schedules.refresh()).isFalse();
    }

    @Test
    void theListOfPeopleCanBeNarrowedToAGroup() {
        PersonId berta = house.add("Berta", TestGallery.towards(2));
        Group staff = schedules.addGroup(new ScheduleName("staff"));
        schedules.changeMembers(staff.id(), Set.of(berta), Set.of());

        assertThat(house.people
                        .page(new PeopleQuery("", null, GroupStore.members(staff.id()), null, 10))
                        .people())
                .extracting(each -> each.person().id())
                .containsExactly(berta);
    }

    private Schedule add(String name, String... lines) {
        return schedules.addSchedule(draft(name, lines));
    }

    private static Schedule.Draft draft(String name, String... lines) {
        return new Schedule.Draft(
                new ScheduleName(name),
                List.of(lines).stream().map(Period::parse).toList(),
                false);
    }
}
