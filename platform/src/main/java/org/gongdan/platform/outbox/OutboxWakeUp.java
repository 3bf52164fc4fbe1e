package org.gongdan.platform.outbox;

/** Tells the relay that rows were committed by a background loop; commands tell it by their commit. */
public interface OutboxWakeUp {
    void poke();
}
