package org.gongdan.dispatch.signature;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.gongdan.dispatch.VisitDocument;

/** Who signed what, when and from where (R10). */
@Entity
@Table(name = "signature")
class Signature {

    @Id
    @Column(name = "visit_id")
    UUID visitId;
    @Column(name = "link_id")
    UUID linkId;
    @Column(name = "signer_name")
    String signerName;
    String strokes;
    @Column(name = "signed_at")
    Instant signedAt;
    @Column(name = "remote_address")
    String remoteAddress;
    @Column(name = "user_agent")
    String userAgent;
    String document;
    @Column(name = "document_hash")
    String documentHash;

    protected Signature() {
    }

    /** What the signer's device says of itself. */
    record Device(String remoteAddress, String userAgent) {
    }

    Signature(SignatureLink link, String signerName, String strokes, Device device, VisitDocument document, Instant now) {
        this.visitId = link.visitId;
        this.linkId = link.id;
        this.signerName = signerName;
        this.strokes = strokes;
        this.signedAt = now;
        this.remoteAddress = device.remoteAddress();
        this.userAgent = device.userAgent();
        this.document = document.canonical();
        this.documentHash = document.hash();
    }
}
