package io.lintel.admin.log;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One page of the log, ready to be shown.
 *
 * @param older the address of the next page into the past; empty when there is none
 * @param newer the address of the next page towards the present; empty when there is none
 * @param searching whether a bounded search has to go on: the page may be short or empty although there is more
 * @param newest row that the first page shows, to notice that there is a newer one; 0 on the others
 * @param ranges of time that are often asked for
 * @param zone of all times
 * @param choices people whom the name can mean, where it is not clear
 */
@TemplateData
public record LogPage(
        LogQuery query,
        List<LogDay> days,
        String older,
        String newer,
        boolean searching,
        long newest,
        List<Choice> ranges,
        String zone,
        List<Choice> choices,
        List<Option> groups,
        List<Option> reasons) {

    /** A link: one person whom a name can mean, or a range of time. @param chosen whether the page is of it */
    @TemplateData
    public record Choice(String name, String address, boolean chosen) {}

    /** One entry of a list to choose from. */
    @TemplateData
    public record Option(String word, String title, boolean chosen) {}
}
