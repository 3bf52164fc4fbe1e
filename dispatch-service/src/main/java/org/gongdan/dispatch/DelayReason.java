package org.gongdan.dispatch;

/**
 * What a customer may be told about a delay. That there are too many other customers is no excuse (R84), so it cannot be chosen; what is
 * behind the delay is written down apart, for ourselves.
 */
public enum DelayReason {
    TRAFFIC, WEATHER, VEHICLE_BREAKDOWN, PREVIOUS_VISIT_OVERRUN, PARTS_LATE, WRONG_ADDRESS, EMERGENCY
}
