package org.gongdan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;

/** The client the services use, with nothing around it: what a service could reach if all its own work were free. */
final class BareClient {

    private final PgConnectOptions options;

    BareClient(int port) {
        options = new PgConnectOptions().setHost("127.0.0.1").setPort(port).setDatabase("ticket").setUser("ticket_owner")
                .setPassword(Database.PASSWORD)
                .setCachePreparedStatements(true);
    }

    record Result(double perSecond, Percentiles millis) {

        String sentence() {
            return "%,.0f/s, p50 %.1f ms, p99 %.1f ms".formatted(perSecond, millis.at(50), millis.at(99));
        }
    }

    /** Several statements run in a transaction of their own, a single one as it is. */
    Result run(List<String> statements, int seconds) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Double> millis = new ArrayList<>();
            List<Future<?>> loops = new ArrayList<>();
            for (int client = 0; client < Limit.CLIENTS; client++) {
                loops.add(PgConnection.connect(vertx, options).compose(connection -> {
                    Promise<Void> ended = Promise.promise();
                    loop(connection, statements, end, millis, ended);
                    return ended.future();
                }));
            }
            Future.all(loops).toCompletionStage().toCompletableFuture().get(seconds + 30L, TimeUnit.SECONDS);
            double took = (System.nanoTime() - begin) / 1e9;
            return new Result(millis.size() / took, Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray()));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static void loop(PgConnection connection, List<String> statements, long end, List<Double> millis, Promise<Void> ended) {
        long begin = System.nanoTime();
        if (begin > end) {
            connection.close().onComplete(ended);
            return;
        }
        Future<?> once = statements.size() == 1 ? connection.preparedQuery(statements.getFirst()).execute()
                : transaction(connection, statements);
        once.onFailure(ended::fail).onSuccess(done -> {
            synchronized (millis) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            loop(connection, statements, end, millis, ended);
        });
    }

    private static Future<Void> transaction(PgConnection connection, List<String> statements) {
        return connection.begin().compose(transaction -> {
            Future<?> chain = Future.succeededFuture();
            for (String statement : statements) {
                chain = chain.compose(done -> connection.preparedQuery(statement).execute());
            }
            return chain.compose(done -> transaction.commit());
        });
    }
}
