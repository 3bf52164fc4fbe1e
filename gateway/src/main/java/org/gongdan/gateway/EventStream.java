package org.gongdan.gateway;

import java.util.function.Consumer;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;

/**
 * A service's event stream on its way to a client, which may be ended between two events as if the service had ended it. It ends so, too, when the service
 * breaks it off: the client reads a whole answer and asks again.
 */
final class EventStream implements ReadStream<Buffer> {

    private final Context context = Vertx.currentContext();
    private final ReadStream<Buffer> source;
    private final Consumer<EventStream> over;
    private Handler<Void> end;
    private boolean ended;

    /** @param over is told once, when nothing more comes */
    EventStream(ReadStream<Buffer> source, Consumer<EventStream> over) {
        this.source = source;
        this.over = over;
        source.endHandler(ignored -> end());
        source.exceptionHandler(ignored -> end());
    }

    /** From any thread. */
    void finish() {
        context.runOnContext(ignored -> {
            if (!ended) {
                end();
                if (source instanceof HttpClientResponse answer) {
                    answer.request().reset();
                }
            }
        });
    }

    private void end() {
        if (!ended) {
            ended = true;
            over.accept(this);
            if (end != null) {
                end.handle(null);
            }
        }
    }

    @Override
    public EventStream handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> {
            if (!ended) {
                handler.handle(chunk);
            }
        });
        return this;
    }

    @Override
    public EventStream endHandler(Handler<Void> handler) {
        end = handler;
        if (ended && handler != null) {
            handler.handle(null);
        }
        return this;
    }

    /** A stream that breaks off ends. */
    @Override
    public EventStream exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public EventStream pause() {
        source.pause();
        return this;
    }

    @Override
    public EventStream resume() {
        source.resume();
        return this;
    }

    @Override
    public EventStream fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
