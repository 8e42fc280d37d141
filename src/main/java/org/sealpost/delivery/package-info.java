/**
 * The use cases, named by verbs, and the states of a submission as types. Decides everything; keeps nothing itself.
 *
 * <p>Floor 2. See {@code docs/design/delivery.md}.
 */
@NullMarked
package org.sealpost.delivery;

import org.jspecify.annotations.NullMarked;
