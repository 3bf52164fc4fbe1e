package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * A small company's last weeks, played through the public API: people do what they do at the time at which they do it, events and timers do the rest, and
 * at the end it is now (ADR 043).
 */
public final class Demo {
    /** What every service needs to be told while the play goes on. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "QUARKUS_PROFILE", "local,demo",
            // Time is moved several hundred times: the loops look at once, and say at once how far they are.
            "GONGDAN_TIMER_POLL", "20ms",
            "GONGDAN_TIMER_LONG_POLL", "20ms",
            "GONGDAN_TIMER_QUIET_POLL", "20ms",
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_COMMIT_STRATEGY", "latest",
            // A place is told to the broker when the question under way is answered: within a second, if nothing comes.
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_POLL_TIMEOUT", "40");
    private static final long SEED = 20_261_127;

    /** The play itself takes about so long: what is to be "four minutes ago" when everybody looks happens so much later. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    private final Days planned;
    private final Random random = new Random(SEED);

    /** Three weeks and more. */
    public Demo(Instant now) {
        this(Days.until(now));
    }

    private Demo(Days planned) {
        this.planned = planned;
    }

    /** A short part of it. */
    public static Demo ofLastDays(int days, Instant now) {
        return new Demo(Days.last(days, now));
    }

    public Map<String, String> environment(Path clock) {
        var environment = new TreeMap<>(ENVIRONMENT);
        environment.put("GONGDAN_CLOCK_SHIFT_FILE", clock.toString());
        return environment;
    }

    /** Writes the clock's file. @return statements that make the clock in an empty database */
    public List<String> raiseTheCurtain(Path clock) throws IOException {
        var shift = Duration.between(Instant.now(), planned.begin());
        DemoClock.write(clock, shift);
        return DemoClock.installation(shift);
    }

    /**
     * Plays it all and gives the services back their own time, also when a scene fails.
     *
     * @return a sentence about what was planted
     */
    public String play(Place place) {
        try (var clock = new DemoClock(place)) {
            try {
                return play(place, clock);
            } finally {
                clock.end();
            }
        } catch (SQLException | IOException | ExecutionException e) {
            throw new DemoStopped(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoStopped("the play was interrupted", e);
        }
    }

    private String play(Place place, DemoClock clock) throws SQLException, ExecutionException, InterruptedException {
        try (var quiet = new Quiet(place); var links = new SignatureLinks(place)) {
            var days = planned.endingAt(Instant.now().plus(USUAL));
            var api = new Api(place);
            var cast = new Cast();
            cast.enter(api);
            var crew = new Crew(days);
            var office = new Office(api, cast, crew, days);
            var articles = office.articles();
            new Contracts(api, cast, days).conclude();
            office.roster();
            var agenda = new Agenda();
            var tickets = new Tickets(api, links, clock, articles);
            var courses = new Courses(agenda, tickets, crew, days.now(), random);
            new Incidents(courses, tickets, office, cast, crew, days).all();
            new Today(courses, tickets, office, cast, crew, days).all();
            everyDay(days, courses, office, cast);
            var played = agenda.play(clock, quiet);
            return "demo data: %d customers and their tickets since %s, told in %d scenes, for which the clock stopped %d times".formatted(
                    cast.customers().size(), days.first(), played.scenes(), played.stops());
        }
    }

    private void everyDay(Days days, Courses courses, Office office, Cast cast) {
        for (var day : days.past()) {
            var few = Days.isWeekend(day) ? 1 : 1 + random.nextInt(2);
            var reports = days.isRecent(day) ? few : day.getDayOfMonth() % 2;
            for (var report = 0; report < reports; report++) {
                var time = after(Days.at(day, 8, 30), report * 480 / reports + random.nextInt(480 / reports));
                courses.play(cast.trouble(cast.anyCustomer(random), random), time);
            }
            if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
                courses.at(Days.at(day, 17, 20), office::reviewDrafts);
            }
            courses.at(Days.at(day, 14, 52), () -> office.handOver(day, "上午的电话都已处理，未完的工单在队列里，请留意有答复承诺的客户。"));
        }
        if (!days.holds(days.reported().atEndOfMonth())) {
            return;
        }
        var release = Days.at(days.today().withDayOfMonth(10), 10, 15);
        var latest = after(days.now(), -25);
        var monthIsOver = Days.at(days.today().withDayOfMonth(1), 0, 30);
        var wanted = release.isBefore(latest) ? release : latest;
        courses.at(wanted.isBefore(monthIsOver) ? monthIsOver : wanted, () -> {
            office.release("幸福超市", "本月整体平稳，打印机耗材建议按季度更换。");
            office.release("阳光小学", "投影仪滤网已全部清洁，建议寒假更换两只灯泡。");
        });
    }
}
