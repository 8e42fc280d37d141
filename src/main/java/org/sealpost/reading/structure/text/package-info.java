/** Plain text, comma separated values, HTML, and what only Tika can read. */
@NullMarked
package org.sealpost.reading.structure.text;

import org.jspecify.annotations.NullMarked;
