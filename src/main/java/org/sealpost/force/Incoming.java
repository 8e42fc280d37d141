package org.sealpost.force;

import java.util.Optional;
import org.sealpost.submission.Bytes;

/**
 * A message as the queue gave it; nothing of it is to be believed yet.
 *
 * @param proof the ledger's proof that travels with it, empty where there was none
 */
public record Incoming(Bytes envelope, Optional<String> proof) {}
