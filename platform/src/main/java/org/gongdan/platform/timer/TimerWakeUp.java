package org.gongdan.platform.timer;

/** Tells the timer loop that a background loop has set timers; commands and consumers tell it by their commit. */
public interface TimerWakeUp {
    void poke();
}
