package io.lintel.admin.schedule;

import io.lintel.account.Role;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ics.CalendarFile;
import io.lintel.schedule.ics.CalendarImport;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.CalendarSubscription;
import io.lintel.service.HolidayService;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The calendar of holidays. */
@Path("/admin/holidays")
@Produces(MediaType.TEXT_HTML)
public class HolidaysResource {

    private static final String HOME = "/admin/holidays";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEARLY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final ScheduleService service;
    private final CalendarSubscription.Followed followed;
    private final Pages pages;
    private final Caller caller;

    HolidaysResource(ScheduleService service, CalendarSubscription.Followed followed, Pages pages, Caller caller) {
        this.followed = followed;
        this.service = service;
        this.pages = pages;
        this.caller = caller;
    }

    @TemplateData
    public record HolidayView(long id, String name, String days, boolean everyYear, boolean past, boolean followed) {}

    /** What was typed. */
    @TemplateData
    public record Form(String name, String first, String last, boolean everyYear) {

        static final Form EMPTY = new Form("", "", "", false);
    }

    @CheckedTemplate(basePath = "schedule")
    static class Templates {
        static native TemplateInstance holidays(
                Page page,
                List<HolidayView> holidays,
                Form form,
                List<CalendarImport.Skipped> skipped,
                List<HolidayImport> imports,
                String calendar,
                boolean mayEdit);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        return list(page(), Form.EMPTY, List.of());
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("first") @DefaultValue("") String first,
            @FormParam("last") @DefaultValue("") String last,
            @FormParam("every-year") @Nullable String everyYear) {
        try {
            LocalDate begin = day(first);
            Holiday holiday =
                    new Holiday(new ScheduleName(name), begin, last.isBlank() ? begin : day(last), everyYear != null);
            boolean added = !service.holidays().add(actor(), List.of(holiday)).isEmpty();
            return pages.back(
                    HOME,
                    FlashMessage.good(
                            added ? holiday.name() + " is in the calendar" : holiday.name() + " was there already"));
        } catch (LintelException e) {
            Form form = new Form(name, first, last, everyYear != null);
            return Response.status(422)
                    .entity(list(page().with(FlashMessage.of(e)), form, List.of()))
                    .build();
        }
    }

    @POST
    @Path("{id}/remove")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response remove(@PathParam("id") long id) {
        Holiday.Stored gone = service.holidays().remove(actor(), new Holiday.Id(id));
        return pages.back(HOME, FlashMessage.good(gone.holiday().name() + " is not a holiday any more"));
    }

    @POST
    @Path("import")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response importFile(@RestForm("calendar") @Nullable FileUpload file) {
        try {
            HolidayService.Imported done = service.holidays().importFile(actor(), content(file));
            String count = ScheduleView.count(done.added().size(), "holiday", "holidays") + " added, " + done.known()
                    + " were there already";
            FlashMessage notice = done.found().isMostlyLeftOut()
                    ? FlashMessage.warning(
                            count + "; most of this calendar was left out", "add the days that are missing by hand")
                    : FlashMessage.good(count);
            List<CalendarImport.Skipped> skipped = done.found().skipped();
            return skipped.isEmpty()
                    ? pages.back(HOME, notice)
                    : Response.ok(list(page().with(notice), Form.EMPTY, skipped))
                            .build();
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(list(page().with(FlashMessage.of(e)), Form.EMPTY, List.of()))
                    .build();
        }
    }

    private static byte[] content(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new LintelException("There is no calendar file", "choose one that ends in .ics");
        }
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return in.readNBytes(CalendarFile.LARGEST_BYTES + 1);
        } catch (IOException e) {
            throw new LintelException("The calendar file did not arrive whole", "send it again", e);
        }
    }

    private String list(Page page, Form form, List<CalendarImport.Skipped> skipped) {
        LocalDate today = service.today();
        List<HolidayView> views = service.snapshot().holidays().stream()
                .map(each -> view(each, today))
                .toList();
        return Templates.holidays(
                        page,
                        views,
                        form,
                        skipped,
                        HolidayImport.all(service.snapshot(), pages.zone()),
                        followed.subscription().map(CalendarSubscription::host).orElse(""),
                        caller.isOneOf(Role.ADMIN, Role.OPERATOR))
                .render();
    }

    /** Fetches the calendar that is followed. */
    @POST
    @Path("calendar")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response fetch() {
        try {
            int added = followed.subscription()
                    .orElseThrow(() -> new LintelException("No calendar is followed", "set lintel.holidays.calendar"))
                    .refresh(actor());
            return pages.back(HOME, FlashMessage.good("The calendar was fetched; new holidays: " + added));
        } catch (LintelException e) {
            return pages.back(HOME, FlashMessage.of(e));
        }
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response undo(@FormParam("origin") @DefaultValue("") String origin) {
        try {
            int gone = service.holidays().undoImport(actor(), origin).size();
            return pages.back(HOME, FlashMessage.good("The import is taken back; holidays removed: " + gone));
        } catch (LintelException e) {
            return pages.back(HOME, FlashMessage.of(e));
        }
    }

    private static HolidayView view(Holiday.Stored stored, LocalDate today) {
        Holiday days = stored.holiday();
        DateTimeFormatter format = days.everyYear() ? YEARLY : DAY;
        String text = format.format(days.first())
                + (days.last().equals(days.first()) ? "" : " – " + format.format(days.last()));
        return new HolidayView(
                stored.id().value(),
                days.name().value(),
                text,
                days.everyYear(),
                !days.everyYear() && days.last().isBefore(today),
                stored.origin().equals(HolidayService.CALENDAR));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new LintelException("'" + typed + "' is no day", "write it like 2026-12-25", e);
        }
    }

    private Page page() {
        return pages.page("Holidays", Section.SCHEDULES);
    }

    private String actor() {
        return caller.actor().name();
    }
}
