package org.sealpost.submission;

/**
 * How to tell the sender what became of a submission. It can hold names, so it is content: wherever it is kept, it is
 * kept sealed, and it is erased with the envelope.
 */
public sealed interface ReturnAddress {
    /**
     * A reply by e-mail.
     *
     * @param address where to, an addr-spec of RFC 5322
     * @param messageId the Message-ID of what is answered, empty where it had none
     */
    record ByMail(String address, String messageId) implements ReturnAddress {
        @Override
        public String toString() {
            return "a reply by e-mail";
        }
    }

    /**
     * A receipt file in the partner's folder.
     *
     * @param fileName the name under which the partner dropped it
     */
    record ByDrop(String fileName) implements ReturnAddress {
        @Override
        public String toString() {
            return "a receipt file";
        }
    }

    /**
     * A receipt file on a server of somebody else's that the gateway polls.
     *
     * @param server the configured name of that server
     * @param fileName the name under which the form lay there
     */
    record ByPolledServer(String server, String fileName) implements ReturnAddress {
        @Override
        public String toString() {
            return "a receipt file on a polled server";
        }
    }

    /** The sender looks at the page or the API. */
    record ByWeb() implements ReturnAddress {}

    /**
     * Nobody is told: what arrived was sent by a program, and a reply could set off another (RFC 3834, section 2), or it
     * named no one to reply to.
     */
    record Nobody() implements ReturnAddress {}
}
