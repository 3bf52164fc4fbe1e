package org.gongdan.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The gateway's own HTTP server in place of the one that Quarkus would start, because only so can each connection be watched from its first
 * byte: {@link StrictDecoder} and {@link Wire}. Behind it everything is Quarkus' as usual. HTTP/1.1 only (ADR 019).
 */
@ApplicationScoped
class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);

    /** Below zero, so that all event loops get the same one. */
    private static final int ANY_PORT = -1;

    private final Vertx vertx;
    private final GatewayConfig.Connections limits;
    private final Connections connections;
    private final EventStreams streams;
    private final VertxHttpConfig http;
    private final int mostWaiting;
    private final AtomicBoolean gated = new AtomicBoolean();
    private volatile int port;
    private String deployment;

    Listener(Vertx vertx, GatewayConfig config, Connections connections, EventStreams streams, VertxHttpConfig http) {
        this.vertx = vertx;
        this.limits = config.connections();
        this.mostWaiting = config.floods().waiting();
        this.connections = connections;
        this.streams = streams;
        this.http = http;
    }

    void start(@Observes StartupEvent event) {
        var loops = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
        deployment = vertx.deployVerticle(Loop::new, loops).toCompletionStage().toCompletableFuture().join();
        LOG.infof("Listening on http://%s:%d", http.host(), port);
    }

    void stop(@Observes ShutdownEvent event) {
        streams.endAll();
        if (deployment != null && vertx.deploymentIDs().contains(deployment)) {
            vertx.undeploy(deployment).toCompletionStage().toCompletableFuture().join();
        }
    }

    /** The port that was bound. */
    int port() {
        return port;
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port() == 0 ? ANY_PORT : http.port())
                .setMaxHeaderSize(http.limits().maxHeaderSize().asBigInteger().intValueExact())
                .setMaxInitialLineLength(http.limits().maxInitialLineLength())
                .setHttp2ClearTextEnabled(false)
                .setUseAlpn(false)
                .setCompressionSupported(true)
                .setHandle100ContinueAutomatically(http.handle100ContinueAutomatically());
    }

    private void watch(HttpConnection connection, HttpServerOptions options) {
        var channel = ((ConnectionBase) connection).channel();
        if (gated.compareAndSet(false, true)) {
            // Vert.x shows its server's own channel only through a connection: the first one, or those that came with it, are in already.
            channel.parent().pipeline().addFirst(new Gate(connections, mostWaiting));
        }
        var tooMany = channel.attr(Gate.FATE).get() == Connections.Fate.REFUSED;
        Wire.watch(channel, options, limits, !tooMany, connections.waits(Gate.address(channel)));
    }

    /** One per event loop; they share the port. */
    private final class Loop extends AbstractVerticle {

        private HttpServer server;

        @Override
        public void start(Promise<Void> started) {
            HttpServerOptions options = options();
            server = vertx.createHttpServer(options)
                    .connectionHandler(connection -> watch(connection, options))
                    .requestHandler(VertxHttpRecorder.getRootHandler());
            server.listen().onSuccess(bound -> port = bound.actualPort()).<Void>mapEmpty().onComplete(started);
        }

        @Override
        public void stop(Promise<Void> stopped) {
            server.close().onComplete(stopped);
        }
    }
}
