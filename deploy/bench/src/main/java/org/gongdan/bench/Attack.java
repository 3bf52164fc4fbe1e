package org.gongdan.bench;

/**
 * What an attacker's client does against one rule of the gateway. It holds many connections and does something on each of them again and
 * again; one that the gateway closed is opened anew at once.
 *
 * @param rule        the rule, in words
 * @param connections held at once
 * @param opening     what is sent on a new connection, ${token} being the attacker's own
 * @param drip        what is sent on each connection once a second after that, or nothing
 * @param reads       whether the attacker reads what he is answered; one who does not lets answers pile up
 */
record Attack(String rule, int connections, String opening, String drip, boolean reads) {

    private static final String SIGNATURE = "POST /api/signatures/" + "x".repeat(43)
            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    /** @param ticket id of one that the attacker may follow */
    static Attack[] all(String ticket) {
        return new Attack[] {
                new Attack("malformed header", 8, "GET /api/tickets HTTP/1.1\r\nHost: x\r\nx a: b\r\n\r\n", "", true),
                new Attack("HTTP/2 by prior knowledge", 8, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "", true),
                new Attack("length and encoding at once", 8, SIGNATURE + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "", true),
                new Attack("silent connections", 400, "", "", true),
                new Attack("heads that drip", 200, "GET /api/tickets HTTP/1.1\r\nHost: x\r\nA: ", "x", true),
                new Attack("bodies that drip", 200, SIGNATURE + "Content-Length: 1000\r\n\r\n", "x", true),
                new Attack("answers not read", 64,
                        "GET /api/tickets?limit=100 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n".repeat(20), "", false),
                new Attack("event streams", 40,
                        "GET /api/tickets/%s/story/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n".formatted(ticket),
                        "", true),
                new Attack("calls at once, and too many", 64,
                        "GET /api/tickets?limit=100 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\n\r\n", "",
                        true)};
    }
}
