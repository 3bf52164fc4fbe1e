package org.gongdan.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpContent;

/** Watches whether a client takes what is ready for it, by what the operating system would not take from us because it still has so much. */
final class Reader {

    private final Pace pace;
    private long offered;
    private long left;

    Reader(Pace pace) {
        this.pace = pace;
    }

    /** @param message part of an answer */
    void offered(Object message) {
        offered += switch (message) {
            case HttpContent content -> content.content().readableBytes();
            case ByteBuf bytes -> bytes.readableBytes();
            case FileRegion file -> file.count();
            default -> 0;
        };
    }

    boolean tooSlow(Channel channel, long passedNanos) {
        var buffer = channel.unsafe().outboundBuffer();
        if (buffer == null) {
            return false;
        }
        var now = Math.max(0, buffer.totalPendingWriteBytes() - buffer.currentProgress());
        pace.moved(Math.max(0, left + offered - now));
        offered = 0;
        left = now;
        if (now == 0) {
            pace.restart();
        } else {
            pace.waited(passedNanos);
        }
        return pace.tooSlow();
    }
}
