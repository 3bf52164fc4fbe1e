package org.gongdan.sla.monthly;

/** For whom a monthly report is. */
public enum ReportType {
    /** For one customer, who reads it when it is released. */
    CUSTOMER,
    /** For our own monthly meeting. */
    MEETING
}
