package io.lintel.admin.schedule;

import io.lintel.admin.page.DisplayTime;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.service.HolidayService;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holidays that came together. @param origin by which they go together */
@TemplateData
public record HolidayImport(String origin, String at, int days) {

    /** Those of which days are still there, the newest first. */
    static List<HolidayImport> all(ScheduleSnapshot now, ZoneId zone) {
        return now.holidays().stream()
                .map(Holiday.Stored::origin)
                .filter(origin -> HolidayService.broughtAt(origin).isPresent())
                .collect(Collectors.groupingBy(origin -> origin, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new HolidayImport(
                        each.getKey(),
                        DisplayTime.text(HolidayService.broughtAt(each.getKey()).orElseThrow(), zone),
                        each.getValue().intValue()))
                .toList()
                .reversed();
    }
}
