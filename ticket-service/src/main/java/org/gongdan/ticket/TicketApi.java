package org.gongdan.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;

/** Requests and views of tickets. */
public final class TicketApi {

    private TicketApi() {
    }

    /** @param matter a fault when not given */
    record OpenTicket(@NotNull UUID customerId, UUID siteId, UUID contactId, UUID productId, @NotNull Channel channel,
            @NotNull Source source, Matter matter,
            @NotNull @Line(max = 200) String summary, @Prose(max = 4000) String symptom, @NotNull Level impact, @NotNull Level urgency,
            Instant expectedBy) {

        Ticket.Report report() {
            return new Ticket.Report(customerId, siteId, contactId, productId, channel, source, matter, summary, symptom, impact, urgency,
                    expectedBy);
        }
    }

    record AssignTicket(@NotNull @Line(max = 100) String assignee) {
    }

    record TryPhoneFix(@NotNull Boolean customerAgreed, UUID articleId, @NotNull @Prose(max = 4000) String steps,
            @NotNull Boolean succeeded) {
    }

    record RequestVisit(@NotNull @Prose(max = 1000) String need, @Prose(max = 500) String skipReason, Instant preferredFrom,
            Instant preferredTo) {
    }

    record PrioritizeTicket(@NotNull Priority priority, @NotNull @Prose(max = 1000) String reason) {
    }

    record WaitFor(@NotNull WaitReason reason, @NotNull @Prose(max = 1000) String evidence) {
    }

    record AgreeExtension(@NotNull @Prose(max = 2000) String plan, @NotNull Instant newTime, @NotNull @Valid Consent consent) {
    }

    record ResolveTicket(@NotNull @Line(max = 100) String category, @NotNull @Prose(max = 2000) String cause,
            @NotNull @Prose(max = 4000) String fix,
            @NotNull Method method, UUID articleId, @NotNull Boolean verifiedWithCustomer) {
    }

    record ConfirmFix(@Line(max = 100) String confirmedBy) {
    }

    /** @param words what the customer is told, such as 我会在今天下午三点前给您答复 */
    record PromiseCallback(@NotNull Instant dueAt, @NotNull @Prose(max = 500) String words, @Prose(max = 1000) String explanation) {
    }

    record ContactCustomer(@NotNull ContactChannel channel, @NotNull @Prose(max = 2000) String said, boolean answersCallback) {
    }

    record WriteMessage(@NotNull @Prose(max = 8000) String text) {
    }

    /** @param to department or person that shall take it */
    record HandOver(@NotNull @Line(max = 100) String to, @NotNull @Prose(max = 1000) String reason) {
    }

    record Because(@NotNull @Prose(max = 1000) String reason) {
    }

    /** Answers per touch point, 1 (bad) to 5 (good); at least one (R8). */
    record AnswerSurvey(@Min(1) @Max(5) Integer call, @Min(1) @Max(5) Integer remote, @Min(1) @Max(5) Integer punctuality,
            @Min(1) @Max(5) Integer skill,
            @Min(1) @Max(5) Integer manners, @Min(1) @Max(5) Integer result, @Prose(max = 2000) String comment) {

        Map<String, Integer> scores() {
            Map<String, Integer> scores = new LinkedHashMap<>();
            put(scores, "call", call);
            put(scores, "remote", remote);
            put(scores, "punctuality", punctuality);
            put(scores, "skill", skill);
            put(scores, "manners", manners);
            put(scores, "result", result);
            return scores;
        }

        private static void put(Map<String, Integer> scores, String name, Integer score) {
            if (score != null) {
                scores.put(name, score);
            }
        }
    }

    /** @param count of tickets that wait for it */
    record QueueView(Queue queue, long count) {
    }

    record QueuesView(List<QueueView> items) {

        static QueuesView of(Map<Queue, Long> counts) {
            return new QueuesView(counts.entrySet().stream().map(each -> new QueueView(each.getKey(), each.getValue())).toList());
        }
    }

    public record ResolutionView(String category, String cause, String fix, Method method, UUID articleId) {
    }

    /**
     * @param dueAt           when the next thing promised to the customer is due; null when nothing is, or the fix waits for his word
     * @param unansweredSince when the customer wrote the first message that has no answer yet; null when he has all answers
     */
    public record TicketView(UUID id, long version, String number, UUID customerId, String customerName, UUID siteId, UUID contactId,
            UUID productId,
            String product, Channel channel, Source source, Matter matter, String summary, String symptom, Level impact, Level urgency,
            Priority priority,
            TicketStatus status, String assignee, Instant openedAt, String openedBy, Instant expectedBy, Instant resolveBy,
            boolean breached,
            ResolutionView resolution, UUID visitId, String visitStatus, boolean surveyed,
            Instant callbackDue, String handedTo, WaitReason waitingFor, Instant dueAt, Instant unansweredSince) {

        /** @param ours whether one of us reads it: to whom we hand a ticket over is no customer's business, nor by which name anybody signs in */
        public static TicketView of(Ticket ticket, boolean ours) {
            ResolutionView resolution = ticket.category == null ? null
                    : new ResolutionView(ticket.category, ticket.cause, ticket.fix, ticket.method, ticket.articleId);
            return new TicketView(ticket.id, ticket.version, ticket.number, ticket.customerId, ticket.customerName, ticket.siteId,
                    ticket.contactId,
                    ticket.productId, ticket.product, ticket.channel, ticket.source, ticket.matter, ticket.summary, ticket.symptom,
                    ticket.impact, ticket.urgency,
                    ticket.priority, ticket.status, ours ? ticket.assignee : null, ticket.openedAt, ours ? ticket.openedBy : null,
                    ticket.expectedBy,
                    ticket.resolveBy,
                    ticket.breached, resolution, ticket.visitId, ticket.visitStatus, ticket.surveyed, ticket.callbackDue,
                    ours ? ticket.handedTo : null, ticket.waitingFor, ticket.dueAt(), ticket.unansweredSince);
        }
    }
}
