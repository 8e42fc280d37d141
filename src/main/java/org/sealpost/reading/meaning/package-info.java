/**
 * From the neutral model to the reading: who is who, what is a value, and the evidence for it.
 */
@NullMarked
package org.sealpost.reading.meaning;

import org.jspecify.annotations.NullMarked;
