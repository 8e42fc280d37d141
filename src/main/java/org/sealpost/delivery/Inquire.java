package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** Answers where submissions stand. Reads only. */
public interface Inquire {
    /** One of the partner's own; empty for anybody else's, as for one that never was. */
    Optional<Record> find(PartnerId partner, Reference reference);

    /** The partner's own that came by the channel, newest first, as long as their return addresses are kept. */
    List<Record> recent(PartnerId partner, Channel channel, int most);

    /**
     * What the partner looks up of its own beside its submissions, newest first: what was turned away, without a reference,
     * and what had come before, with the first one's.
     */
    List<Tell.Notice> shown(PartnerId partner, Channel channel, int most);

    /** The force's receipt for one of the partner's own, where it has come. */
    Optional<Bytes> receipt(PartnerId partner, Reference reference);

    /**
     * The ledger's proof for one of the partner's own that it was released to the force: an entry, and the way from it to a
     * head that the ledger has signed (C2SP tlog-proof), and the force has cosigned where it could by now.
     */
    Optional<String> proof(PartnerId partner, Reference reference);

    /** How many are in custody without a receipt, what is held back included, and how many of them are overdue. */
    Backlog backlog();

    /**
     * @param to the sender's return address, empty once it was erased
     * @param standing where it stands now
     * @param locked whether a file in it could not be opened because it is locked with a password or encrypted
     */
    record Record(
            SubmissionId id,
            Reference reference,
            PartnerId partner,
            ForceId force,
            Channel channel,
            boolean urgent,
            Instant admittedAt,
            Optional<ReturnAddress> to,
            Standing standing,
            boolean locked) {
        /** Of which all could be opened. */
        public Record(
                SubmissionId id,
                Reference reference,
                PartnerId partner,
                ForceId force,
                Channel channel,
                boolean urgent,
                Instant admittedAt,
                Optional<ReturnAddress> to,
                Standing standing) {
            this(id, reference, partner, force, channel, urgent, admittedAt, to, standing, false);
        }
    }

    /**
     * What is not yet receipted.
     *
     * @param oldestOverdue when the oldest overdue one was admitted; empty where none is
     */
    record Backlog(long waiting, long overdue, Optional<Instant> oldestOverdue) {}
}
