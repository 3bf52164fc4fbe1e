package org.gongdan.dispatch;

/** Whether the fault is gone after the visit. */
public enum Outcome {
    FIXED, NOT_FIXED
}
