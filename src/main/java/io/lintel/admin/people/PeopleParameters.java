package io.lintel.admin.people;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The list of people as its address asks for it. */
public final class PeopleParameters {

    private static final int LONGEST = 200;

    @QueryParam("q")
    @DefaultValue("")
    public String q = "";

    @QueryParam("status")
    @DefaultValue("")
    public String status = "";

    @QueryParam("group")
    public @Nullable String group;

    @QueryParam("view")
    @DefaultValue("")
    public String view = "";

    @QueryParam("sort")
    @DefaultValue("")
    public String sort = "";

    @QueryParam("backwards")
    public @Nullable String backwards;

    PeopleFilter filter() {
        return new PeopleFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                status,
                number(group),
                view,
                sort,
                backwards != null);
    }

    /** What is no number in an address does not narrow anything. */
    static @Nullable Long number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
