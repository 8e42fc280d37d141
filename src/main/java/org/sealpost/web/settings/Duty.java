package org.sealpost.web.settings;

/** What somebody who looks after the gateway may do. One person has one of them, so that nobody audits himself. */
public enum Duty {
    /** Sees what is not delivered, and decides about it with another operator. */
    OPERATOR,
    /** Sees the same, and what the gateway's keys are, and changes nothing. */
    AUDITOR,
    /** Sees which keys and certificates the gateway has and when they end; nothing of any submission. */
    KEY_HOLDER
}
