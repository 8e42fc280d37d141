/**
 * Seal, open, receipts: CMS and nothing weaker than the one profile of {@code docs/design/envelope.md}.
 *
 * <p>Floor 1. Alone may use Bouncy Castle.
 */
@NullMarked
package org.sealpost.envelope;

import org.jspecify.annotations.NullMarked;
