package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Databases are lost and restored from backups while Kafka knows more than they do (docs/runbooks/restore.md). The last journey of all. */
@OnPlatform
@Order(Integer.MAX_VALUE)
// Services are started six times, which takes minutes where others are at work, too.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreJourney {
    private static final Window LATER = Window.in(Duration.ofHours(3));

    private final Play play;
    private final Operator operator;

    RestoreJourney(Play play, Platform platform) {
        this.play = play;
        this.operator = new Operator(platform);
    }

    @Test
    @Order(1)
    void allDatabasesSetBackToOneMomentGoOnFromThereAndWhatIsLostIsNamed() {
        // Given
        var shop = play.newShop();
        var backup = Backup.take(play.platform);
        var visit = play.scheduled(shop, play.li, LATER);
        play.promises.await(visit.ticket(), "RESOLUTION_24H", "RUNNING");
        play.story.await(visit.ticket(), "NotificationDelivered");
        operator.stop(List.of(Service.SLA));
        var unheard = play.reported(shop);
        play.story.await(unheard, "NotificationDelivered");
        backup.mark("the-moment");
        operator.start(List.of(Service.SLA));
        play.promises.await(unheard, "RESOLUTION_24H", "RUNNING");
        var lost = play.reported(shop);
        play.promises.await(lost, "RESOLUTION_24H", "RUNNING");
        play.li.accept(visit).statusCode(200);
        play.story.await(visit.ticket(), "VisitAccepted");
        var newcomer = play.agent.addContact(shop.customer());
        operator.stop(Operator.ALL);
        backup.restore("the-moment");

        // When
        var outcome = operator.restore(Operator.ALL, List.of());

        // Then
        var again = operator.restore(Operator.ALL, List.of());
        operator.start(Operator.ALL);
        assertEquals(0, again.exitCode(), again::toString);
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.says("TicketOpened", lost.number(), lost.id()), outcome::toString);
        assertTrue(outcome.says("VisitAccepted", visit.id()), outcome::toString);
        assertTrue(outcome.says("ContactChanged", newcomer.contact()), outcome::toString);
        play.promises.await(unheard, "RESOLUTION_24H", "RUNNING");
        play.story.await(unheard, "PromiseMade");
        assertEquals(1, play.mailOf(unheard).with(unheard.number()).stream().filter(mail -> mail.mentions("已受理")).count());
        play.agent.look(lost).statusCode(404);
        play.li.accept(visit).statusCode(200);
        play.story.await(visit.ticket(), "VisitAccepted");
        var next = play.reported(shop);
        play.promises.await(next, "RESOLUTION_24H", "RUNNING");
        assertTrue(place(next) > place(lost), next + " after " + lost);
        assertEquals(List.of(), play.promises.of(lost));
        var rebuilt = operator.rebuild(shop.customer());
        assertEquals(0, rebuilt.exitCode(), rebuilt::toString);
    }

    private static int place(Ticket ticket) {
        return Integer.parseInt(ticket.number().substring(ticket.number().indexOf('-') + 1));
    }

    @Test
    @Order(2)
    void oneDatabaseOfYesterdayCatchesUpWhileTheOthersGoOn() {
        // Given
        var shop = play.newShop();
        var visit = play.ordered(shop);
        var operations = new Backup(play.platform, null);
        operator.stop(List.of(Service.DISPATCH));
        operations.execute("create database yesterday template dispatch");
        operator.start(List.of(Service.DISPATCH));
        play.dispatcher.schedule(visit, play.li, LATER).statusCode(200);
        play.story.await(visit.ticket(), "VisitScheduled");
        var second = play.ordered(shop);
        operator.stop(List.of(Service.DISPATCH));
        operations.execute("drop database dispatch");
        operations.execute("alter database yesterday rename to dispatch");
        operations.execute("alter database dispatch owner to dispatch_owner");
        operations.execute("grant connect on database dispatch to dispatch");
        var meanwhile = play.triedInVain(shop);
        play.agent.requestVisit(meanwhile, Map.of("need", "上门更换打印头")).statusCode(200);

        // When
        var outcome = operator.restore(List.of(Service.DISPATCH), List.of(Service.TICKET, Service.SLA, Service.NOTIFICATION));

        // Then
        operator.start(List.of(Service.DISPATCH));
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.says("VisitScheduled", visit.id(), "had its effect in", "ticket-service", "sla-service"), outcome::toString);
        var again = play.dispatcher.awaitOrder(second.ticket());
        assertEquals(1, play.dispatcher.orders(second.ticket()).size());
        play.dispatcher.awaitOrder(meanwhile);
        play.dispatcher.schedule(visit, play.zhao, LATER).statusCode(200);
        play.dispatcher.schedule(again, play.li, LATER).statusCode(200);
        Patience.await("the visit is planned again").until(() -> play.story.of(visit.ticket(), "VisitScheduled").size() == 2);
        play.story.await(again.ticket(), "VisitScheduled");
        var rebuilt = operator.rebuild(shop.customer());
        assertEquals(0, rebuilt.exitCode(), rebuilt::toString);
    }

    /** The last one: the topics that prove the others' promises are gone. */
    @Test
    @Order(3)
    void kafkaIsLostAndEverybodyGoesOnWithTopicsThatBeginAnew() throws IOException {
        // Given
        var shop = play.newShop();
        var before = play.reported(shop);
        play.promises.await(before, "RESOLUTION_24H", "RUNNING");
        var broker = play.platform.process(Ports.KAFKA);
        broker.stop();
        delete(play.platform.data().resolve("kafka"));
        var meanwhile = play.reported(shop);

        // When
        broker.restart();

        // Then
        play.promises.await(meanwhile, "RESOLUTION_24H", "RUNNING");
        play.story.await(meanwhile, "PromiseMade");
        play.agent.phoneFix(before, true, true).statusCode(200);
        play.agent.resolve(before, Reports.resolution("PHONE")).statusCode(200);
        play.promises.await(before, "RESOLUTION_24H", "MET");
        play.mailOf(meanwhile).await("已受理", meanwhile.number());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
