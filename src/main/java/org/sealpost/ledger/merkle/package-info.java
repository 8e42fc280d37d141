/**
 * The tree's arithmetic: hashes, complete subtrees, proofs (RFC 6962, section 2; RFC 9162, section 2.1). Knows nothing of
 * entries or signatures.
 */
@NullMarked
package org.sealpost.ledger.merkle;

import org.jspecify.annotations.NullMarked;
