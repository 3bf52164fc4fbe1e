package org.gongdan.gateway;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/**
 * Reads along a chunked body by the letter of RFC 9112, section 7.1, before the server's own decoder reads it: that one takes sizes of any
 * length and keeps their last 31 bits, blanks around them, and whatever stands in trailers. Where a body ends must be read alike by everybody.
 */
final class Chunks {

    private static final int MOST_DIGITS = 16;
    private static final int LONGEST_LINE = 256;
    private static final int LONGEST_TRAILERS = 8 * 1024;

    private enum Place { SIZE, EXTENSION, SIZE_ENDS, DATA, DATA_RETURN, DATA_ENDS, TRAILERS, END }

    private Place place = Place.SIZE;
    private int digits;
    private int line;
    private long size;
    private final StringBuilder trailers = new StringBuilder();

    /** Whether the whole body was read. */
    boolean ended() {
        return place == Place.END;
    }

    /**
     * @param from index of the first byte that was not read before
     * @return index after the last byte that belongs to this body, -1 when it is no chunked body
     */
    int read(ByteBuf buffer, int from) {
        var at = from;
        while (at < buffer.writerIndex() && place != Place.END) {
            if (place == Place.DATA) {
                var some = (int) Math.min(size, buffer.writerIndex() - at);
                size -= some;
                at += some;
                place = size == 0 ? Place.DATA_RETURN : Place.DATA;
            } else if (!step(buffer.getByte(at++))) {
                return -1;
            }
        }
        return at;
    }

    /** @return false for a byte that cannot stand here */
    private boolean step(byte value) {
        switch (place) {
            case SIZE -> {
                return size(value);
            }
            case EXTENSION -> {
                place = value == '\r' ? Place.SIZE_ENDS : Place.EXTENSION;
                return value == '\r' || ++line <= LONGEST_LINE && (value >= ' ' && value != 0x7f || value == '\t');
            }
            case SIZE_ENDS -> {
                place = size == 0 ? Place.TRAILERS : Place.DATA;
                digits = 0;
                line = 0;
                return value == '\n';
            }
            case DATA_RETURN -> {
                place = Place.DATA_ENDS;
                return value == '\r';
            }
            case DATA_ENDS -> {
                place = Place.SIZE;
                return value == '\n';
            }
            default -> {
                return trailer(value);
            }
        }
    }

    private boolean size(byte value) {
        if (digits > 0 && (value == '\r' || value == ';')) {
            place = value == '\r' ? Place.SIZE_ENDS : Place.EXTENSION;
            return true;
        }
        var digit = value < 0 ? -1 : Character.digit(value, 16);
        size = size * 16 + digit;
        return digit >= 0 && ++digits <= MOST_DIGITS && size <= Integer.MAX_VALUE;
    }

    /** Trailers end with an empty line; most bodies have nothing else here. */
    private boolean trailer(byte value) {
        trailers.append((char) (value & 0xff));
        var length = trailers.length();
        if (value != '\n') {
            return length <= LONGEST_TRAILERS;
        }
        if (length < 2 || trailers.charAt(length - 2) != '\r') {
            return false;
        }
        if (length == 2 || trailers.charAt(length - 3) == '\n') {
            place = Place.END;
            return Head.trailers(trailers.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return true;
    }
}
