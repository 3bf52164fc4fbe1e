package org.gongdan.sla.monthly;

/** A planned report gets its figures as soon as a timer comes to it; what a supervisor has released never changes. */
enum ReportStatus {
    PLANNED, DRAFT, RELEASED;

    boolean canBecome(ReportStatus next) {
        return this == PLANNED && next == DRAFT || this == DRAFT && next == RELEASED;
    }
}
