package org.gongdan.gateway;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import io.vertx.core.net.SocketAddress;

/**
 * Sits where the operating system hands us connections, before anything is made for one: lets it in at once, or after a wait, or closes
 * it. A connection that waits costs a socket and no work, since nobody reads from it. Runs on the thread that accepts.
 */
final class Gate extends ChannelInboundHandlerAdapter {

    /** What was decided about a connection. */
    static final AttributeKey<Connections.Fate> FATE = AttributeKey.valueOf(Gate.class, "fate");

    private final Connections connections;
    private final int mostWaiting;
    private final Set<SocketChannel> waiting = new HashSet<>();

    /** @param mostWaiting connections of all addresses together that may wait; further ones are closed */
    Gate(Connections connections, int mostWaiting) {
        this.connections = connections;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var channel = (SocketChannel) message;
        if (channel.remoteAddress() == null) {
            close(channel);
            return;
        }
        var address = address(channel);
        var entry = connections.enter(address);
        if (entry.pause() == 0) {
            proceed(ctx, channel, address, entry.fate());
        } else if (waiting.size() >= mostWaiting) {
            proceed(ctx, channel, address, Connections.Fate.CLOSED);
        } else {
            waiting.add(channel);
            ctx.executor().schedule(() -> {
                if (waiting.remove(channel)) {
                    proceed(ctx, channel, address, entry.fate());
                }
            }, entry.pause(), TimeUnit.NANOSECONDS);
        }
    }

    private void proceed(ChannelHandlerContext ctx, SocketChannel channel, String address, Connections.Fate fate) {
        if (fate == Connections.Fate.CLOSED) {
            connections.left(address);
            close(channel);
        } else {
            channel.attr(FATE).set(fate);
            channel.closeFuture().addListener(closed -> connections.left(address));
            ctx.fireChannelRead(channel);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        waiting.forEach(channel -> {
            connections.left(address(channel));
            close(channel);
        });
        waiting.clear();
        ctx.fireChannelInactive();
    }

    static String address(Channel channel) {
        return Addresses.key(channel.remoteAddress() instanceof InetSocketAddress remote ? SocketAddress.inetSocketAddress(remote) : null);
    }

    /** By a reset, which leaves nothing behind in the operating system. */
    private static void close(SocketChannel channel) {
        channel.config().setSoLinger(0);
        channel.unsafe().closeForcibly();
    }
}
