package org.gongdan.gateway;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Watches one connection between decoder and server: what may be read when, and how long everything may take. What breaks the rules of
 * the wire is answered here and the connection ends, so that the rest of the gateway never sees it.
 */
final class Wire extends ChannelDuplexHandler {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(250);
    /** Time to hear the end of a refused request, without which the refusal itself could get lost. */
    private static final long FAREWELL = TimeUnit.SECONDS.toNanos(1);

    private final GatewayConfig.Connections limits;
    private final StrictDecoder decoder;
    private final boolean admitted;
    private final Waits waits;
    private final Pace body;
    private final Reader reader;
    private String acceptLanguage;
    private String path;
    /** From the head of a request until both its body and its answer are over. */
    private boolean exchange;
    private boolean bodyEnded = true;
    private boolean answerBegun;
    private boolean answerEnded = true;
    private boolean last;
    private boolean passed;
    /** Nanoseconds that the next request waits, because of this one's caller. */
    private long held;
    private boolean refused;
    private long since = System.nanoTime();
    private long looked = since;
    private Future<?> ticks;

    /**
     * Takes its place on a connection from which nothing has been read yet.
     *
     * @param admitted false for one that is only refused
     */
    static void watch(Channel channel, HttpServerOptions options, GatewayConfig.Connections limits, boolean admitted, Waits waits) {
        var decoder = new StrictDecoder(options, limits.headers());
        channel.pipeline().replace("httpDecoder", "httpDecoder", decoder);
        channel.pipeline().addAfter("httpEncoder", "wire", new Wire(limits, decoder, admitted, waits));
    }

    /** The request has passed every check and goes to a service: what it may cost is limited by its caller. */
    static void passed(HttpServerRequest request) {
        of(request).ifPresent(wire -> wire.passed = true);
    }

    /** To be told before the caller is refused for coming too often: who does not heed that is not read from for a while. */
    static void tooMany(HttpServerRequest request, String subject) {
        of(request).ifPresent(wire -> wire.held = wire.waits.tooMany(subject));
    }

    /** Gone where the client has hung up meanwhile. */
    private static Optional<Wire> of(HttpServerRequest request) {
        return Optional.ofNullable(((ConnectionBase) request.connection()).channel().pipeline().get(Wire.class));
    }

    private Wire(GatewayConfig.Connections limits, StrictDecoder decoder, boolean admitted, Waits waits) {
        this.limits = limits;
        this.decoder = decoder;
        this.admitted = admitted;
        this.waits = waits;
        body = new Pace(limits.window(), limits.rate().asLongValue(), limits.bodyTime());
        reader = new Reader(new Pace(limits.window(), limits.rate().asLongValue(), Duration.ZERO));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ticks = ctx.executor().scheduleAtFixedRate(() -> tick(ctx), TICK, TICK, TimeUnit.NANOSECONDS);
        if (!admitted) {
            // Not before the server has set up the whole connection, of which this is the last step but one.
            ctx.executor().execute(() -> {
                refused = true;
                answer(ctx, Problem.TOO_MANY_CONNECTIONS);
            });
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        ticks.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof StrictDecoder.Refused refusal) {
            if (!exchange) {
                acceptLanguage = refusal.acceptLanguage();
                path = null;
            }
            refuse(ctx, refusal.problem());
        } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            refuse(ctx, Problem.MALFORMED_REQUEST);
        } else {
            if (message instanceof HttpRequest request) {
                begin(request);
            }
            if (message instanceof HttpContent content) {
                body.moved(content.content().readableBytes());
                bodyEnded = message instanceof LastHttpContent;
            }
            ctx.fireChannelRead(message);
            settle(ctx);
        }
    }

    private void begin(HttpRequest request) {
        decoder.answering(true);
        acceptLanguage = request.headers().get("Accept-Language");
        path = request.uri().split("\\?", 2)[0];
        exchange = true;
        passed = false;
        held = 0;
        bodyEnded = false;
        answerBegun = false;
        answerEnded = false;
        body.restart();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse head) {
            answerBegun = true;
            last = head.headers().contains("Connection", "close", true);
        }
        if (message instanceof LastHttpContent && !answerEnded) {
            answerEnded = true;
            since = System.nanoTime();
        }
        reader.offered(message);
        ctx.write(message, promise);
        settle(ctx);
    }

    /** After request and answer are both over, the next request may be read. */
    private void settle(ChannelHandlerContext ctx) {
        if (exchange && bodyEnded && answerEnded) {
            exchange = false;
            path = null;
            var wait = passed ? 0 : Math.max(held, waits.answer());
            since = System.nanoTime() + wait;
            if (wait == 0) {
                ctx.executor().execute(() -> next(ctx));
            } else {
                ctx.executor().schedule(() -> next(ctx), wait, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void next(ChannelHandlerContext ctx) {
        decoder.answering(false);
        ctx.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER);
        ctx.pipeline().fireChannelReadComplete();
    }

    private void tick(ChannelHandlerContext ctx) {
        var now = System.nanoTime();
        var passed = now - looked;
        looked = now;
        if (refused) {
            if (now - since > FAREWELL) {
                ctx.close();
            }
        } else if (reader.tooSlow(ctx.channel(), passed)) {
            ctx.close();
        } else if (!bodyEnded) {
            upload(ctx, now, passed);
        } else if (answerEnded && decoder.begun() != 0) {
            if (now - decoder.begun() > limits.head().toNanos()) {
                refuse(ctx, Problem.REQUEST_TOO_SLOW);
            }
        } else if (answerEnded && now - since > limits.idle().toNanos()) {
            ctx.close();
        }
    }

    private void upload(ChannelHandlerContext ctx, long now, long passed) {
        if (answerEnded) {
            // Nobody wants the rest of it any more.
            if (now - since > (last ? FAREWELL : limits.window().toNanos())) {
                ctx.close();
            }
            return;
        }
        // While we do not read, it is not the client who is slow.
        if (ctx.channel().config().isAutoRead()) {
            body.waited(passed);
            if (body.tooSlow()) {
                refuse(ctx, Problem.REQUEST_TOO_SLOW);
            }
        }
    }

    private void refuse(ChannelHandlerContext ctx, Problem problem) {
        if (refused) {
            return;
        }
        refused = true;
        since = System.nanoTime();
        var wait = waits.refusal();
        if (exchange && answerBegun) {
            ctx.close();
        } else if (exchange || wait == 0) {
            // A service that waits for the rest of this request must not wait with us.
            answer(ctx, problem);
        } else {
            since += wait;
            ctx.channel().config().setAutoRead(false);
            ctx.executor().schedule(() -> answer(ctx, problem), wait, TimeUnit.NANOSECONDS);
        }
    }

    /** Also reads on, to hear the end of what was refused. */
    private void answer(ChannelHandlerContext ctx, Problem problem) {
        since = System.nanoTime();
        ctx.channel().config().setAutoRead(true);
        ctx.writeAndFlush(problem.raw(Language.english(acceptLanguage), path)).addListener(sent -> {
            if (sent.isSuccess() && ctx.channel() instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            } else {
                ctx.close();
            }
        });
    }
}
