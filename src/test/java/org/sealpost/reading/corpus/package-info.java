/** The corpus: forms that are made up from a seed, with their truth, in every format; and the examination on them. */
@NullMarked
package org.sealpost.reading.corpus;

import org.jspecify.annotations.NullMarked;
