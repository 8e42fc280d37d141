/**
 * The parts of an original: their bytes, what a reader of a format is given and may use up, and the sentences by
 * which it says no.
 */
@NullMarked
package org.sealpost.reading.structure.part;

import org.jspecify.annotations.NullMarked;
