package org.gongdan.platform.outbox;

/** Tells the relay that rows were committed by a background loop; commands tell it by their commit. */
public interface OutboxWakeUp {
    void poke();

    /** What a transaction touches (see {@link org.gongdan.platform.tx.Work#touch}) when it adds rows: the relay need not look after those that add none. */
    record Filled() {
    }
}
