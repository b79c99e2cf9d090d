package io.lintel.gallery;

import java.util.List;

/**
 * People whom a table of another package selects, so that a list of people stays one query. Only stores make one.
 *
 * @param sql selects one column of person ids; never contains text that a user typed
 * @param parameters values of its question marks
 */
public record PersonSubquery(String sql, List<Object> parameters) {

    public PersonSubquery {
        parameters = List.copyOf(parameters);
    }
}
