/**
 * How people prove who they are, as far as something of it has to be kept. Keeps nothing itself.
 *
 * <p>Floor 1. See {@code docs/design/web.md}.
 */
@NullMarked
package org.sealpost.identity;

import org.jspecify.annotations.NullMarked;
