package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon-Fri 08:00-18:00           | Mon-Fri 08:00-18:00
            monday-friday 8:00 - 18:00    | Mon-Fri 08:00-18:00
            weekdays 08:00-18:00          | Mon-Fri 08:00-18:00
            Sat, Sun 10:00–14:00          | Sat,Sun 10:00-14:00
            weekends,holidays 0:00-24:00  | Sat,Sun,holidays 00:00-24:00
            daily 00:00-00:00             | daily 00:00-24:00
            Fri-Mon 22:00-06:00           | Mon,Fri-Sun 22:00-06:00
            holiday 10:00 to 12:00        | holidays 10:00-12:00
            """)
    void whatPeopleWriteIsUnderstood(String written, String shown) {
        assertThat(Period.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "08:00-18:00",
                "Mun 08:00-18:00",
                "Mon 8-18",
                "Mon 25:00-26:00",
                "Mon-Tue-Wed 1:00-2:00"
            })
    void anUnparsableTextIsRefusedWithAnExample(String written) {
        assertThatThrownBy(() -> Period.parse(written)).isInstanceOf(ScheduleFormatException.class);
    }

    @Test
    void aVeryLongTextIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> Period.parse("Mon ".repeat(100_000)))
                .isInstanceOf(ScheduleFormatException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @Property
    void aPeriodReadsBackAsItself(Generator any) {
        int bits = any.intBetween(1, 255);
        int from = any.intBetween(0, 1439);
        int to = any.intBetween(0, 1439);
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & 1 << day.ordinal()) != 0) {
                days.add(day);
            }
        }
        Period period = new Period(
                days,
                bits > 127,
                new TimeRange(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L)));

        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }
}
