package org.gongdan.ticket.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.ticket.survey.SurveyApi.AspectScores;
import org.gongdan.ticket.survey.SurveyApi.CustomerScores;
import org.gongdan.ticket.survey.SurveyApi.SurveyAnswer;
import org.gongdan.ticket.survey.SurveyApi.SurveySummary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import io.smallrye.mutiny.Uni;

/** Reads what customers answered from the stories of their tickets. */
@ApplicationScoped
class Surveys {

    /** In the order in which the survey asks. */
    static final List<String> ASPECTS = List.of("call", "remote", "punctuality", "skill", "manners", "result");

    /** Scores up to this one are bad. */
    private static final int LOW = 2;

    private static final String ANSWERS = """
            from story s join ticket t on t.id = s.ticket_id where s.type = 'SurveyAnswered' and s.at >= :from and s.at < :to
                and (cast(:customer as uuid) is null or t.customer_id = cast(:customer as uuid))""";
    private static final Sql SUMMARY = Sql.of("""
            with answer as (select s.seq, t.customer_id, t.customer_name, s.data -> 'scores' as scores %s),
            score as (
                select seq, customer_id, customer_name, a.key as aspect, cast(a.value as integer) as score
                from answer cross join lateral jsonb_each_text(scores) a)
            select aspect, customer_id, customer_name, count(distinct seq) as answers, avg(score) as average,
                count(*) filter (where score = 1) as s1, count(*) filter (where score = 2) as s2, count(*) filter (where score = 3) as s3,
                count(*) filter (where score = 4) as s4, count(*) filter (where score = 5) as s5,
                count(distinct seq) filter (where score <= %d) as low
            from score group by grouping sets ((), (aspect), (customer_id, customer_name)) order by average, customer_name"""
            .formatted(ANSWERS, LOW));

    /** @param aspect only those who gave a score for it, or null @param low only those with a bad score (of the aspect, if one is named) */
    record Filter(Instant from, Instant to, UUID customerId, String aspect, boolean low, Place after) {
    }

    /** Place in the list of answers, latest first. */
    record Place(Instant at, long seq) {

        static Place of(String key) {
            int bar = key.indexOf('|');
            return new Place(Values.instant(key.substring(0, bar)), Values.whole(key.substring(bar + 1)));
        }
    }

    /** An answer with its place. */
    record Told(long seq, SurveyAnswer answer) {

        String key() {
            return answer.at() + "|" + seq;
        }
    }

    Uni<SurveySummary> summary(Read read, Instant from, Instant to, UUID customerId) {
        return SUMMARY.with("from", from).with("to", to).with("customer", customerId).rows(read).map(Surveys::summary);
    }

    /** Latest first. @return at most {@code limit} */
    Uni<List<Told>> list(Read read, Filter filter, int limit) {
        Where where = new Where().andIfGiven("jsonb_exists(s.data -> 'scores', :aspect)", filter.aspect());
        if (filter.low()) {
            where.and("exists (select 1 from jsonb_each_text(s.data -> 'scores') a where cast(a.value as integer) <= " + LOW
                    + (filter.aspect() == null ? ")" : " and a.key = :aspect)"));
        }
        if (filter.after() != null) {
            where.and("(s.at, s.seq) < (:afterTime, :afterSeq)").with("afterTime", filter.after().at()).with("afterSeq",
                    filter.after().seq());
        }
        return where.in("""
                select s.seq, s.at, s.ticket_id, t.number, t.customer_id, t.customer_name, cast(s.data -> 'scores' as text) as scores,
                    s.data ->> 'comment' as comment %s and %s order by s.at desc, s.seq desc limit %d""".formatted(ANSWERS, where, limit))
                .with("from", filter.from()).with("to", filter.to()).with("customer", filter.customerId()).rows(read)
                .map(rows -> rows.stream().map(Surveys::told).toList());
    }

    private static SurveySummary summary(List<Row> rows) {
        Map<String, AspectScores> aspects = new LinkedHashMap<>();
        ASPECTS.forEach(aspect -> aspects.put(aspect, null));
        List<CustomerScores> customers = new ArrayList<>();
        long answers = 0;
        Double average = null;
        for (Row row : rows) {
            if (!row.isNull("aspect")) {
                aspects.put(row.text("aspect"), new AspectScores(row.text("aspect"), row.number("answers"), average(row),
                        List.of(row.number("s1"), row.number("s2"), row.number("s3"), row.number("s4"), row.number("s5")),
                        row.number("low")));
            } else if (!row.isNull("customer_id")) {
                customers.add(new CustomerScores(row.id("customer_id"), row.text("customer_name"), row.number("answers"), average(row),
                        row.number("low")));
            } else if (row.number("answers") > 0) {
                answers = row.number("answers");
                average = average(row);
            }
        }
        return new SurveySummary(answers, average, aspects.values().stream().filter(one -> one != null).toList(), customers);
    }

    private static double average(Row row) {
        return BigDecimal.valueOf(row.decimal("average")).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    private static Told told(Row row) {
        return new Told(row.number("seq"), new SurveyAnswer(row.id("ticket_id"), row.text("number"), row.id("customer_id"),
                row.text("customer_name"), row.instant("at"), scores(row.text("scores")), row.text("comment")));
    }

    private static Map<String, Integer> scores(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<LinkedHashMap<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored scores cannot be read", e);
        }
    }
}
