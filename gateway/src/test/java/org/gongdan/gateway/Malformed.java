package org.gongdan.gateway;

import java.util.stream.Stream;

/** Requests that HTTP/1.1 does not know, or that two readers could understand differently. */
final class Malformed {

    static final String HTTP2_PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    static Stream<String> requests() {
        return Stream.concat(heads(),
                bodies().map(body -> "POST /api/signatures/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body));
    }

    private static Stream<String> heads() {
        return Stream.of(
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nx a: b\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\n: b\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\n:path: /q/metrics\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\n Host: x\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: b\nB: c\r\n\r\n",
                "GET /api/tickets HTTP/1.1\nHost: x\n\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: \u00e4\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: \u007f\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x/y\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x:99999999\r\n\r\n",
                "GET http://inner.example/api/tickets HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET api/tickets HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT inner.example:80 HTTP/1.1\r\nHost: x\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets/% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets?query=%f HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets?query=%ff HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets/%c0%ae HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets#x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets?a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET  /api/tickets HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets\tHTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/tickets HTTP/1.1 \r\nHost: x\r\n\r\n",
                "GET /api/tickets\r\nHost: x\r\n\r\n",
                "GET /api/tickets HTTP/3.7\r\nHost: x\r\n\r\n",
                "GET /api/tickets http/1.1\r\nHost: x\r\n\r\n",
                "G(T /api/tickets HTTP/1.1\r\nHost: x\r\n\r\n",
                HTTP2_PREFACE,
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 2, 2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: +2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: -2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 0x2\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n{}",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /api/tickets HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x:65536\r\n\r\n");
    }

    /** Chunks whose end two readers could see in different places. */
    static Stream<String> bodies() {
        return Stream.of("zz\r\n", "2\r\n{}x\r\n", "+2\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "0x2\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n", "2\t\r\n{}\r\n0\r\n\r\n", "2 x\r\n{}\r\n0\r\n\r\n", "\r\n{}\r\n0\r\n\r\n", ";a\r\n\r\n",
                "100000002\r\n{}\r\n0\r\n\r\n", "10000000000000002\r\n{}\r\n0\r\n\r\n", "80000000\r\n{}\r\n0\r\n\r\n",
                "00000000000000002\r\n{}\r\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n", "2;a\n{}\r\n0\r\n\r\n", "2\r{}\r\n0\r\n\r\n", "2\r\n{}\n0\r\n\r\n", "2\r\n{}\r\n0\n\n",
                "2\r\n{}\r\n0\r\n\n",
                "2;a\0\r\n{}\r\n0\r\n\r\n", "2;a=\u00e4\r\n{}\r\n0\r\n\r\n", "2;" + "a".repeat(300) + "\r\n{}\r\n0\r\n\r\n",
                "1\r\n{}\r\n0\r\n\r\n",
                "3\r\n{}\r\n0\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n", "0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "0\r\nAuthorization: Bearer x\r\n\r\n",
                "0\r\nA : b\r\n\r\n", "0\r\nA: b\n\r\n", "0\r\nA: b\r\n c\r\n\r\n", "0\r\nA: \0\r\n\r\n", "0\r\nA: \u00e4\r\n\r\n",
                "0\r\nA: " + "b".repeat(9_000) + "\r\n\r\n");
    }

    private Malformed() {}
}
