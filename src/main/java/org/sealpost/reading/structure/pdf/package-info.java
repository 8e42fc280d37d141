/** PDF (ISO 32000-1): text with its places, the AcroForm, earlier revisions. */
@NullMarked
package org.sealpost.reading.structure.pdf;

import org.jspecify.annotations.NullMarked;
