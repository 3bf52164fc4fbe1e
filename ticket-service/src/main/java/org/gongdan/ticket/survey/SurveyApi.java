package org.gongdan.ticket.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Views of what customers answered. */
final class SurveyApi {

    private SurveyApi() {
    }

    /**
     * How satisfied customers were.
     *
     * @param answers   surveys that were answered
     * @param average   of all scores, 1 (bad) to 5 (good), two digits; null when there is none
     * @param aspects   by touch point, in the order in which the survey asks
     * @param customers the least satisfied first
     */
    record SurveySummary(long answers, Double average, List<AspectScores> aspects, List<CustomerScores> customers) {
    }

    /** @param aspect call, remote, punctuality, skill, manners or result @param scores how many gave 1, 2, 3, 4 and 5 @param low how many gave 1 or 2 */
    record AspectScores(String aspect, long answers, double average, List<Long> scores, long low) {
    }

    /** @param low answers with any score of 1 or 2 */
    record CustomerScores(UUID customerId, String customerName, long answers, double average, long low) {
    }

    /** One answer. @param scores by touch point @param comment what the customer said besides; null when nothing, or forgotten with the person */
    record SurveyAnswer(UUID ticketId, String number, UUID customerId, String customerName, Instant at, Map<String, Integer> scores,
            String comment) {
    }
}
