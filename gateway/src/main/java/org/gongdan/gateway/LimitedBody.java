package org.gongdan.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body on its way through: counts bytes, fails above the limit or when it is given up, and tells when something arrived. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable arrived;
    private long seen;
    private boolean exceeded;
    private boolean late;
    private boolean ended;
    private Handler<Throwable> failed = ignored -> {};

    LimitedBody(ReadStream<Buffer> source, long limit, Runnable arrived) {
        this.source = source;
        this.limit = limit;
        this.arrived = arrived;
    }

    boolean exceeded() {
        return exceeded;
    }

    boolean late() {
        return late;
    }

    /** Its time is over: what has not arrived by now is not waited for. */
    void giveUp() {
        if (!ended && !exceeded && !late) {
            late = true;
            failed.handle(new IllegalStateException("body not complete in time"));
        }
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> {
            if (exceeded || late) {
                return;
            }
            seen += chunk.length();
            if (seen > limit) {
                exceeded = true;
                failed.handle(new IllegalStateException("body above " + limit + " bytes"));
                return;
            }
            arrived.run();
            handler.handle(chunk);
        });
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? ignored -> {} : handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        source.endHandler(handler == null ? null : ignored -> {
            ended = true;
            arrived.run();
            if (!exceeded && !late) {
                handler.handle(null);
            }
        });
        return this;
    }
}
