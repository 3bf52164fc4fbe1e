package org.gongdan.gateway;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Lets a request through to the server's own decoder only when its whole head is there and is read by the letter, and only one request at a
 * time: the next one waits in the buffer until the answer to this one is complete.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    /** What the wire is told in place of a request. @param acceptLanguage as far as the head could be read, or null */
    record Refused(Problem problem, String acceptLanguage) {}

    /** Requests sent ahead (pipelining) may wait up to this size. */
    private static final int AHEAD = 64 * 1024;

    private final int longestLine;
    private final int longestHead;
    private final int mostFields;
    private boolean betweenRequests = true;
    private boolean answering;
    private boolean refused;
    private int scanned;
    private boolean lineEnded;
    private long begun;
    /** The body that is being read, null when its length is known from the head. */
    private Chunks chunks;
    /** Bytes at the start of the buffer that {@link #chunks} has read and the server's decoder has not. */
    private int ahead;

    StrictDecoder(HttpServerOptions options, int mostFields) {
        super(options);
        this.longestLine = options.getMaxInitialLineLength();
        this.longestHead = options.getMaxInitialLineLength() + options.getMaxHeaderSize();
        this.mostFields = mostFields;
    }

    /** Nanosecond at which the first byte of an incomplete head came, 0 when there is none. */
    long begun() {
        return begun;
    }

    /** No further request may be read, or may again. */
    void answering(boolean answering) {
        this.answering = answering;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
        } else if (!betweenRequests) {
            body(ctx, buffer, out);
        } else if (answering) {
            if (buffer.readableBytes() > AHEAD) {
                ctx.close();
            }
        } else {
            head(ctx, buffer, out);
        }
    }

    private void body(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        if (chunks != null) {
            var read = chunks.read(buffer, buffer.readerIndex() + ahead);
            if (read < 0) {
                refuse(buffer, out, Problem.MALFORMED_REQUEST);
                return;
            }
            ahead = read - buffer.readerIndex();
        }
        var before = buffer.readerIndex();
        super.decode(ctx, buffer, out);
        ahead -= buffer.readerIndex() - before;
        betweenRequests = !out.isEmpty() && out.getLast() instanceof LastHttpContent;
    }

    private void head(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        begun = begun == 0 ? System.nanoTime() : begun;
        // Some clients end a body with an empty line too many.
        while (buffer.readableBytes() >= 2 && buffer.getShort(buffer.readerIndex()) == 0x0d0a) {
            buffer.skipBytes(2);
            scanned = 0;
        }
        var length = scan(buffer);
        if (length < 0) {
            refuse(buffer, out, Problem.MALFORMED_REQUEST);
        } else if (length == 0) {
            if (!lineEnded && buffer.readableBytes() > longestLine) {
                refuse(buffer, out, Problem.TARGET_TOO_LONG);
            } else if (buffer.readableBytes() > longestHead) {
                refuse(buffer, out, Problem.HEADERS_TOO_LARGE);
            }
        } else if (buffer.bytesBefore((byte) '\n') > longestLine) {
            refuse(buffer, out, Problem.TARGET_TOO_LONG);
        } else if (length > longestHead) {
            refuse(buffer, out, Problem.HEADERS_TOO_LARGE);
        } else {
            var head = Head.read(ByteBufUtil.getBytes(buffer, buffer.readerIndex(), length));
            var fault = head.fault(mostFields);
            if (fault.isPresent()) {
                refuse(buffer, out, fault.get());
                return;
            }
            scanned = 0;
            lineEnded = false;
            begun = 0;
            betweenRequests = false;
            super.decode(ctx, buffer, out);
            chunks = head.chunked() ? new Chunks() : null;
            ahead = 0;
            betweenRequests = !out.isEmpty() && out.getLast() instanceof LastHttpContent;
        }
    }

    /**
     * Looks at the bytes that came since the last time.
     *
     * @return length of the head; 0 while it is incomplete; -1 for a byte that no head may hold, such as a line end without its carriage return
     */
    private int scan(ByteBuf buffer) {
        var start = buffer.readerIndex();
        for (; scanned < buffer.readableBytes(); scanned++) {
            var value = buffer.getByte(start + scanned);
            var afterReturn = scanned > 0 && buffer.getByte(start + scanned - 1) == '\r';
            if (afterReturn != (value == '\n') || value < ' ' && value != '\t' && value != '\r' && value != '\n' || value == 0x7f) {
                return -1;
            }
            if (value == '\n') {
                if (scanned >= 3 && buffer.getByte(start + scanned - 2) == '\n') {
                    return scanned + 1;
                }
                lineEnded = true;
            }
        }
        return 0;
    }

    private void refuse(ByteBuf buffer, List<Object> out, Problem problem) {
        refused = true;
        begun = 0;
        out.add(new Refused(problem, Head.read(ByteBufUtil.getBytes(buffer)).value("Accept-Language")));
        buffer.skipBytes(buffer.readableBytes());
    }
}
