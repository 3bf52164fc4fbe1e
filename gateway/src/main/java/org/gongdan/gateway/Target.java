package org.gongdan.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The target of a request line: what nobody can read in two ways, whatever framework reads it. */
final class Target {

    private Target() {}

    /** An absolute path with, perhaps, a query: no other host, no fragment, every percent sign part of well-formed UTF-8 without NUL. */
    static boolean wellFormed(String target) {
        return target.startsWith("/") && target.indexOf('#') < 0 && percentEncoded(target) && uri(target);
    }

    private static boolean uri(String target) {
        try {
            // Two slashes at the start would name a host to this parser; they are refused by whoever routes.
            new URI(target.replaceFirst("^/+", "/"));
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean percentEncoded(String target) {
        var bytes = ByteBuffer.allocate(target.length());
        for (var at = 0; at < target.length(); at++) {
            var character = target.charAt(at);
            if (character != '%') {
                bytes.put((byte) character);
                continue;
            }
            if (at + 2 >= target.length() || hex(target.charAt(at + 1)) < 0 || hex(target.charAt(at + 2)) < 0) {
                return false;
            }
            var value = hex(target.charAt(at + 1)) * 16 + hex(target.charAt(at + 2));
            if (value == 0) {
                return false;
            }
            bytes.put((byte) value);
            at += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static int hex(char character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }
}
