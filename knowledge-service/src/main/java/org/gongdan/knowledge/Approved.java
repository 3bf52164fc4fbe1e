package org.gongdan.knowledge;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The words of an article that were approved last. */
@Embeddable
public record Approved(@Column(name = "approved_title") String title, @Column(name = "approved_symptom") String symptom,
        @Column(name = "approved_cause") String cause, @Column(name = "approved_fix") String fix,
        @Column(name = "approved_product") String product, @Column(name = "approved_category") String category,
        @Column(name = "approved_at") Instant at) {
}
