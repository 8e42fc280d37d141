/**
 * From untrusted documents to a bounded reading with evidence.
 *
 * <p>Floor 1. The documents are opened in worker processes only; what comes back from one is bounded and checked before
 * anybody else sees it. See {@code docs/design/reading.md}.
 */
@NullMarked
package org.sealpost.reading;

import org.jspecify.annotations.NullMarked;
