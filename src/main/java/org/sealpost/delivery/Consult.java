package org.sealpost.delivery;

import org.sealpost.submission.Reference;

/**
 * Notes in the ledger who looks at what is kept of submissions (Data Protection Act 2018, section 62: consultation, by whom and
 * when). Called before anything is shown; returns only after the entry is committed, and where it throws, nothing may be shown.
 * Safe to share between threads.
 */
public interface Consult {
    /** At one submission. That somebody asks for the standing again within the same minute is covered by the entry of that minute. */
    void one(Onlooker who, Reference reference, Part part);

    /** At many. One entry for a person, a list and a minute, however often it is asked for. */
    void many(Onlooker who, Listing listing);

    /** What is kept of one submission and can be looked at. */
    enum Part {
        STANDING("standing"),
        RECEIPT("receipt"),
        PROOF("proof"),
        NOTE("note");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** As the ledger writes it. */
        public String word() {
            return word;
        }
    }

    /** What shows several submissions. */
    enum Listing {
        SENT("sent"),
        UNDELIVERED("undelivered"),
        HELD("held"),
        LEGAL_HOLDS("legal-holds"),
        CERTIFICATES("certificates");

        private final String word;

        Listing(String word) {
            this.word = word;
        }

        /** As the ledger writes it. */
        public String word() {
            return word;
        }
    }
}
