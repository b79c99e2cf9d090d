package io.lintel.admin.log;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One page of the log, ready to be shown.
 *
 * @param older the address of the next page into the past; empty when there is none
 * @param newer the address of the next page towards the present; empty when there is none
 * @param searching whether a bounded search has to go on: the page may be short or empty although there is more
 * @param choices people whom the name can mean, where it is not clear
 */
@TemplateData
public record LogPage(
        LogQuery query,
        List<EventView> events,
        String older,
        String newer,
        boolean searching,
        List<Choice> choices,
        List<Option> groups,
        List<Option> reasons) {

    /** One person whom a name can mean. */
    @TemplateData
    public record Choice(String name, String address) {}

    /** One entry of a list to choose from. */
    @TemplateData
    public record Option(String word, String title, boolean chosen) {}
}
