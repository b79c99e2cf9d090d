package io.lintel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who was let in and when, from the log. */
public final class GrantedVisits {

    /** @param at the row's time: just before the lock is released */
    public record Visit(String name, Instant at) {}

    private GrantedVisits() {}

    public static List<Visit> between(WebClient auditor, Instant from, Instant until) throws IOException {
        JsonNode page = new ObjectMapper().readTree(auditor.page("/api/v1/decisions?limit=1000"));
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(row -> row.path("kind").asText().equals("ACCESS_GRANTED"))
                .map(row -> new Visit(
                        row.path("name").asText(), Instant.parse(row.path("at").asText())))
                .filter(visit -> visit.at().isAfter(from) && visit.at().isBefore(until))
                .toList();
    }
}
