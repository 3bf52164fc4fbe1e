package org.gongdan.dispatch;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.gongdan.dispatch.VisitEvent.VisitDelayed;

/** One reported delay, with what was said to the customer and what was really behind it (R84). */
@Entity
@Table(name = "delay")
class Delay {

    @Id
    UUID id;
    @Column(name = "visit_id")
    UUID visitId;
    @Column(name = "previous_start")
    Instant previousStart;
    @Column(name = "previous_end")
    Instant previousEnd;
    @Column(name = "window_start")
    Instant windowStart;
    @Column(name = "window_end")
    Instant windowEnd;
    @Enumerated(EnumType.STRING)
    DelayReason reason;
    @Column(name = "internal_reason")
    String internalReason;
    @Column(name = "notice_at")
    Instant noticeAt;
    @Column(name = "reported_at")
    Instant reportedAt;

    protected Delay() {
    }

    Delay(UUID id, VisitDelayed delayed, String internalReason) {
        this.id = id;
        this.visitId = delayed.visitId();
        this.previousStart = delayed.previousStart();
        this.previousEnd = delayed.previousEnd();
        this.windowStart = delayed.windowStart();
        this.windowEnd = delayed.windowEnd();
        this.reason = delayed.reason();
        this.internalReason = internalReason;
        this.noticeAt = delayed.noticeAt();
        this.reportedAt = delayed.at();
    }
}
