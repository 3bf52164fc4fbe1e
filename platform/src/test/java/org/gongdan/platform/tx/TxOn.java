package org.gongdan.platform.tx;

import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;

import org.gongdan.testing.PostgresServer;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Transactions without Quarkus around them, on a database of the test's own. */
public final class TxOn implements AutoCloseable {

    /** One thread does everything, as for one request in Quarkus: a session of Hibernate stays on the thread on which it began. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final SessionFactory sessions;

    public TxOn(String reactiveUrl) {
        Configuration configuration = new Configuration()
                .setProperty("jakarta.persistence.jdbc.url", reactiveUrl)
                .setProperty("jakarta.persistence.jdbc.user", PostgresServer.SERVICE)
                .setProperty("jakarta.persistence.jdbc.password", PostgresServer.SERVICE)
                .setProperty("hibernate.connection.pool_size", "4");
        sessions = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder().applySettings(configuration.getProperties())
                        .addService(VertxInstance.class, (VertxInstance) () -> vertx).build());
    }

    public Tx tx() {
        return new Tx(sessions.unwrap(Mutiny.SessionFactory.class), vertx, new Nobody());
    }

    public void stop(Tx tx) {
        tx.stop(null);
    }

    @Override
    public void close() {
        sessions.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Nobody asks what was committed. */
    private static final class Nobody implements Event<Tx.Committed> {

        @Override
        public void fire(Tx.Committed event) {
            // Nobody listens.
        }

        @Override
        public <U extends Tx.Committed> CompletionStage<U> fireAsync(U event) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public <U extends Tx.Committed> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public Event<Tx.Committed> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends Tx.Committed> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Tx.Committed> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
