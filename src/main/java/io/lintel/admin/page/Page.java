package io.lintel.admin.page;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/**
 * What the layout shows around a page's own content. Made by {@link Pages}.
 *
 * @param menu empty where nobody is signed in
 * @param who the signed-in account's name; empty for nobody
 * @param role its role's title
 * @param csrf to be sent back by every form, as the field {@code csrf}
 * @param demo whether this is only a demonstration
 * @param warnings what is wrong with the door as long as it is wrong
 * @param notices what came of the last click
 * @param footer the language and the clock that the page is by
 */
@TemplateData
public record Page(
        String title,
        List<Entry> menu,
        String who,
        String role,
        String csrf,
        boolean demo,
        List<FlashMessage> warnings,
        List<FlashMessage> notices,
        Footer footer) {

    /**
     * @param languages all that there are
     * @param path to come back to after the language was switched
     * @param zone of all times
     */
    @TemplateData
    public record Footer(List<Choice> languages, String path, String zone) {}

    /** A language. @param chosen whether the page is in it */
    @TemplateData
    public record Choice(String code, String name, boolean chosen) {}

    /**
     * A link to an area.
     *
     * @param active whether the page belongs to it
     * @param count what waits there; 0 for nothing
     */
    @TemplateData
    public record Entry(String title, String path, String icon, boolean active, int count) {}

    /** The same page with something to say, such as why a form was not accepted. */
    public Page with(FlashMessage notice) {
        List<FlashMessage> all = new ArrayList<>(notices);
        all.add(notice);
        return new Page(title, menu, who, role, csrf, demo, warnings, List.copyOf(all), footer);
    }

    public boolean isSignedIn() {
        return !who.isEmpty();
    }
}
