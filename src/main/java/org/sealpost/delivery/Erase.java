package org.sealpost.delivery;

/** Erases sealed content, expectations and return addresses a configured time after the receipt. */
public interface Erase {
    /** Erases what is due, each with its ledger entry in one commit, and says how many. A legal hold stops it. */
    int eraseDue();
}
