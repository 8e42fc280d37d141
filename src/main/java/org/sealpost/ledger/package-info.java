/**
 * Append, checkpoint, prove, verify: a Merkle tree (RFC 6962) over entries that hold no content.
 *
 * <p>Floor 1. See {@code docs/design/ledger.md}.
 */
@NullMarked
package org.sealpost.ledger;

import org.jspecify.annotations.NullMarked;
