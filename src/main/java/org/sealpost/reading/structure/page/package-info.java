/** Pages on which things have places only: words, rules and fields into lines, tables and labels. */
@NullMarked
package org.sealpost.reading.structure.page;

import org.jspecify.annotations.NullMarked;
