package org.gongdan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Carries out an {@link Attack} on a thread of its own, from an address of its own on loopback, until it is closed. */
final class Attacker implements AutoCloseable {

    /**
     * New connections in a second while nothing is answered. One that was answered or closed is followed by the next at once: only the
     * gateway's pace holds him up.
     */
    private static final int OPENINGS_PER_SECOND = 100;
    private static final InetSocketAddress FROM = new InetSocketAddress(address(), 0);

    private final Attack attack;
    private final byte[] opening;
    private final int port;
    private final Map<String, Integer> seen = new TreeMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = new Thread(this::run, "attacker");
    private volatile boolean over;

    private Attacker(Attack attack, int port, String token) {
        this.attack = attack;
        this.port = port;
        this.opening = attack.opening().replace("${token}", token).getBytes(StandardCharsets.US_ASCII);
    }

    static Attacker start(Attack attack, int port, String token) {
        Attacker attacker = new Attacker(attack, port, token);
        attacker.thread.start();
        return attacker;
    }

    /** What came of it: openings, answers by status, closed connections. */
    String seen() {
        return seen.toString();
    }

    private void run() {
        try (Selector selector = Selector.open()) {
            long dripped = System.nanoTime();
            while (!over) {
                if (selector.keys().size() < attack.connections()) {
                    open(selector);
                }
                selector.select(key -> answer(key), TimeUnit.SECONDS.toMillis(1) / OPENINGS_PER_SECOND);
                if (!attack.drip().isEmpty() && System.nanoTime() - dripped > TimeUnit.SECONDS.toNanos(1)) {
                    dripped = System.nanoTime();
                    selector.keys().forEach(key -> send(key, attack.drip().getBytes(StandardCharsets.US_ASCII)));
                }
                selector.selectNow();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the attacker gave up", e);
        }
    }

    private void open(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(FROM).connect(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        send(channel.register(selector, attack.reads() ? SelectionKey.OP_READ : 0), opening);
        count("opened");
    }

    private void send(SelectionKey key, byte[] bytes) {
        try {
            if (key.isValid()) {
                ((SocketChannel) key.channel()).write(ByteBuffer.wrap(bytes));
            }
        } catch (IOException closed) {
            end(key);
        }
    }

    private void answer(SelectionKey key) {
        try {
            int count = ((SocketChannel) key.channel()).read(buffer.clear());
            if (count < 0) {
                end(key);
            } else if (count >= 12 && buffer.get(0) == 'H') {
                count(new String(buffer.array(), 9, 3, StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            end(key);
        }
    }

    private void end(SelectionKey key) {
        count("closed");
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException gone) {
            count("broken");
        }
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private static InetAddress address() {
        return InetAddress.ofLiteral("127.0.0.66");
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
