package org.gongdan.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1 request as it came over the wire. Read by the letter of RFC 9112, without any of the leniencies that it leaves to a
 * server: what two readers could understand differently is refused here, before one of them is a service.
 */
final class Head {

    private static final Pattern REQUEST_LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}) (\\S+) (HTTP/1\\.[01])");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final String version;
    private final String target;
    private final List<String[]> fields;
    private final boolean readable;

    private Head(String version, String target, List<String[]> fields, boolean readable) {
        this.version = version;
        this.target = target;
        this.fields = fields;
        this.readable = readable;
    }

    /** @param bytes from the request line up to and with the empty line */
    static Head read(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n");
        var start = REQUEST_LINE.matcher(lines.length == 0 ? "" : lines[0]);
        // A field that does not match keeps its place as null. One that begins with a space would go on with the line before (obs-fold).
        var fields = List.of(lines).stream().skip(1).map(Head::field).toList();
        return start.matches() ? new Head(start.group(3), start.group(2), fields, fields.stream().allMatch(field -> field.length == 2))
                : new Head("", "", fields, false);
    }

    /** By hand: a pattern with blanks around a value takes seconds for a value that is full of them. */
    private static String[] field(String line) {
        var colon = line.indexOf(':');
        var readable = colon > 0 && NAME.matcher(line.substring(0, colon)).matches();
        return readable ? new String[] {line.substring(0, colon), withoutBlanks(line, colon + 1)} : new String[0];
    }

    private static String withoutBlanks(String line, int from) {
        var to = line.length();
        while (from < to && blank(line.charAt(from))) {
            from++;
        }
        while (to > from && blank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean blank(char character) {
        return character == ' ' || character == '\t';
    }

    /** @param mostFields header lines that are read at all */
    Optional<Problem> fault(int mostFields) {
        if (fields.size() > mostFields) {
            return Optional.of(Problem.HEADERS_TOO_LARGE);
        }
        return readable && Target.wellFormed(target) && host() && framing() && plain() ? Optional.empty()
                : Optional.of(Problem.MALFORMED_REQUEST);
    }

    /** Fields that say how a message is to be read or who sent it: they come too late behind the body, and not everybody passes them over. */
    private static final Set<String> NOT_BEHIND = Set.of("content-length", "transfer-encoding", "host", "connection", "te", "trailer",
            "upgrade", "expect",
            "authorization", "cookie", "content-type", "content-encoding", "content-range", "idempotency-key", "if-match");

    /** @param bytes fields behind a chunked body, with the empty line at their end */
    static boolean trailers(byte[] bytes) {
        for (var line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n")) {
            var field = field(line);
            if (!line.chars().allMatch(value -> value == '\t' || value >= ' ' && value < 0x7f)
                    || !line.isEmpty() && (field.length == 0 || NOT_BEHIND.contains(field[0].toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the body says by itself where it ends; to be asked of a head without a fault. */
    boolean chunked() {
        return !values("Transfer-Encoding").isEmpty();
    }

    /** The first value of a header, or null. */
    String value(String name) {
        return values(name).stream().findFirst().orElse(null);
    }

    private boolean host() {
        var hosts = values("Host");
        return hosts.isEmpty() ? version.equals("HTTP/1.0") : hosts.size() == 1 && authority(hosts.getFirst());
    }

    private static boolean authority(String host) {
        var authority = HOST.matcher(host);
        return authority.matches() && (authority.group(2) == null || Integer.parseInt(authority.group(2).substring(1)) <= 0xffff);
    }

    /** One length or one encoding, and only the encoding that everybody reads alike. */
    private boolean framing() {
        var lengths = values("Content-Length");
        var encodings = values("Transfer-Encoding");
        if (encodings.isEmpty()) {
            return lengths.isEmpty() || lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
        }
        return lengths.isEmpty() && encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked") && version.equals("HTTP/1.1");
    }

    /** The old WebSocket handshake has a body without a length, and one token cannot be told by two Authorization headers. */
    private boolean plain() {
        return values("Sec-WebSocket-Key1").isEmpty() && values("Authorization").size() < 2;
    }

    private List<String> values(String name) {
        return fields.stream().filter(field -> field.length == 2 && field[0].equalsIgnoreCase(name)).map(field -> field[1]).toList();
    }
}
