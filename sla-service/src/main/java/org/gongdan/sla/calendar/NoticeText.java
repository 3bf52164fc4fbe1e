package org.gongdan.sla.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.InvalidInput;

/** The text of a file as it was sent: by its byte order mark, or by the charset of its type, or else UTF-8. */
final class NoticeText {

    private NoticeText() {
    }

    /** @throws InvalidInput when it is not in that encoding: a name with � in it would be somebody else's */
    static String of(byte[] file, MediaType type) {
        byte[] bytes = file == null ? new byte[0] : file;
        Charset charset = marked(bytes);
        String name = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        try {
            return decoded(bytes, charset == null ? Charset.forName(name) : charset);
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException undecodable) {
            throw new InvalidInput("body", "notice-encoding", charset == null ? name : charset.name());
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        try {
            return strictly(bytes, charset);
        } catch (CharacterCodingException undecodable) {
            // RFC 5545 warns of writers that fold a line in the middle of a character: its bytes meet again once the line is whole.
            byte[] unfolded = unfolded(bytes);
            if (unfolded.length == bytes.length) {
                throw undecodable;
            }
            return strictly(unfolded, charset);
        }
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] unfolded(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin.replaceAll("\\r?\\n[ \\t]", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Charset marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return begins(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : begins(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (bytes.length <= at || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
