package org.gongdan.platform.input;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;

/**
 * JSON travels in UTF-8 (RFC 8259, section 8.1) that is well-formed. Jackson would guess UTF-16 and UTF-32 from the first bytes, also where
 * the type says UTF-8, and take characters that are encoded longer than need be: who looks at the bytes on their way would read another text.
 */
final class OnlyUtf8 extends InputDecorator {

    /** By so many first bytes Jackson tells encodings apart. */
    private static final int LOOKED_AT = 4;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        byte[] body = in.readAllBytes();
        check(body, 0, body.length);
        return new ByteArrayInputStream(body);
    }

    /** @return null: the bytes are read as they are */
    @Override
    public InputStream decorate(IOContext context, byte[] body, int offset, int length) throws IOException {
        check(body, offset, length);
        return null;
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    /** JSON begins with ASCII, so a NUL among its first bytes is half a character of another encoding. */
    private static void check(byte[] body, int offset, int length) throws CharConversionException {
        for (int at = offset; at < offset + Math.min(length, LOOKED_AT); at++) {
            if (body[at] == 0) {
                throw new CharConversionException("JSON in another encoding than UTF-8");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, offset, length));
        } catch (CharacterCodingException malformed) {
            throw new CharConversionException("malformed UTF-8");
        }
    }
}
