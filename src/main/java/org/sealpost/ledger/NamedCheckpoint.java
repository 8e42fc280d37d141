package org.sealpost.ledger;

import java.util.Optional;
import org.sealpost.submission.SubmissionId;

/**
 * What a force's receipt says about the ledger.
 *
 * @param id the submission it is a receipt for
 * @param checkpoint the newest signed checkpoint the force had seen, as text, where it had seen one
 */
public record NamedCheckpoint(SubmissionId id, Optional<String> checkpoint) {}
