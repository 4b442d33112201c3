package auditorium.training;

import auditorium.library.Library;
import auditorium.platform.ClientScope;
import auditorium.platform.Lang;
import auditorium.training.domain.ICalendar;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One person's due dates, for the calendar on their phone. Calendars can't sign in: whoever knows the address reads it, and the person
 * can end it. It holds titles and dates, no names.
 */
@Path("/calendars/{factory}/{token}")
class CalendarApi {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final CalendarFeeds feeds;
    private final AssignmentReport assignments;
    private final EntityManager entities;
    private final ClientScope scope;
    private final Library library;
    private final Clock clock;

    CalendarApi(
            CalendarFeeds feeds,
            AssignmentReport assignments,
            EntityManager entities,
            ClientScope scope,
            Library library,
            Clock clock) {
        this.feeds = feeds;
        this.assignments = assignments;
        this.entities = entities;
        this.scope = scope;
        this.library = library;
        this.clock = clock;
    }

    @GET
    @Blocking
    @PermitAll
    public Response calendar(UUID factory, String token) {
        String known = token.endsWith(".ics") ? token.substring(0, token.length() - 4) : token;
        if (!TOKEN.matcher(known).matches()) {
            throw new NotFoundException();
        }
        Instant now = clock.instant();
        return Response.ok(scope.inside(factory, () -> text(factory, known, now)), "text/calendar; charset=UTF-8")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private String text(UUID client, String token, Instant now) {
        UUID person = feeds.person(client, token).orElseThrow(NotFoundException::new);
        Object[] whose = (Object[]) entities.createNativeQuery("""
                        select c.name_zh, c.name_en, c.time_zone, coalesce((
                                 select a.language from membership m join account a on a.id = m.account_id
                                  where m.client_id = c.id and m.person_id = ?2 and m.ended_at is null limit 1), 'zh')
                          from client c where c.id = ?1""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getSingleResult();
        Lang lang = Lang.of((String) whose[3]);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of((String) whose[2]));
        RemindMessages m = AssignWords.reminding(lang);
        List<ICalendar.Day> days = new ArrayList<>();
        for (DueLesson d : assignments.due(client, person, library.catalogue(), lang, today)) {
            days.add(new ICalendar.Day(
                    d.lesson() + "-" + d.dueOn() + "-" + person + "@auditorium",
                    LocalDate.parse(d.dueOn()),
                    m.calendar_lesson(d.title()),
                    m.calendar_minutes(d.minutes())));
        }
        for (Object row : entities.createNativeQuery(
                        "select id, title_zh, title_en, due_on from task where client_id = ?1 and owner_id = ?2 and state in ('OPEN', 'IN_PROGRESS') order by due_on limit 200",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList()) {
            Object[] r = (Object[]) row;
            days.add(new ICalendar.Day(
                    r[0] + "@auditorium",
                    AssignmentReport.day(r[3]),
                    m.calendar_task((String) (lang == Lang.EN ? r[2] : r[1])),
                    ""));
        }
        return ICalendar.of(m.calendar_name((String) (lang == Lang.EN ? whose[1] : whose[0])), days, now);
    }
}
