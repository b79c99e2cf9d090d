package io.lintel.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.lintel.fuzz.Fuzz;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.ValiditySpan;
import io.lintel.system.LintelException;
import java.io.CharConversionException;
import java.io.IOException;

/** Bodies of requests, by a mapper that is set as the product's. */
class ApiBodiesFuzzTest {

    private static final ObjectMapper JSON = mapper();

    private final Person ada = new Person(
            new PersonId(1), new PersonName("Ada"), "", true, ValiditySpan.UNLIMITED, TestGallery.NOON, null);

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new StrictBodies().customize(mapper);
        return mapper;
    }

    @Fuzz(refusals = {LintelException.class, JacksonException.class, CharConversionException.class})
    void personPatch(byte[] input) throws IOException {
        Bodies.needed(JSON.readValue(input, PersonPatch.class)).applied(ada);
    }

    @Fuzz(refusals = {LintelException.class, JacksonException.class, CharConversionException.class})
    void schedule(byte[] input) throws IOException {
        SchedulesApi.parsed(Bodies.needed(JSON.readValue(input, SchedulesApi.Draft.class)));
    }

    @Fuzz(refusals = {LintelException.class, JacksonException.class, CharConversionException.class})
    void holiday(byte[] input) throws IOException {
        HolidaysApi.parsed(Bodies.needed(JSON.readValue(input, HolidaysApi.Draft.class)));
    }

    @Fuzz(refusals = {LintelException.class, JacksonException.class, CharConversionException.class})
    void access(byte[] input) throws IOException {
        PersonAccessApi.scheduleIds(Bodies.needed(JSON.readValue(input, PersonAccessApi.Wanted.class))
                .schedules());
    }
}
