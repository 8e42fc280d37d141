/**
 * The constabulary's side: takes envelopes, opens and checks them, keeps them, answers with a receipt.
 *
 * <p>Floor 3. Stands on {@code envelope}, {@code ledger} and {@code submission} only and runs without Spring. See
 * {@code docs/design/force.md}.
 */
@NullMarked
package org.sealpost.force;

import org.jspecify.annotations.NullMarked;
