/**
 * Whether a letter is from whom it says: what the relay in front has written, DKIM, S/MIME; and S/MIME mail that is sealed to the
 * gateway is opened here, in memory. Knows letters only, nothing of forms or forces.
 */
@NullMarked
package org.sealpost.sender;

import org.jspecify.annotations.NullMarked;
