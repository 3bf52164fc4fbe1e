package org.gongdan.sla.agreement;

/** Between whom an agreement is. */
public enum AgreementType {

    /** Between a customer and us. */
    SLA,
    /** Between teams of ours; no customer sees it. */
    OLA,
    /** Between a supplier and us: what our promises rest on. No customer sees it. */
    SUPPLIER
}
