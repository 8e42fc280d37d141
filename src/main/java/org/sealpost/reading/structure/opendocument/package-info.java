/** OpenDocument (ISO/IEC 26300): texts, sheets, form controls. */
@NullMarked
package org.sealpost.reading.structure.opendocument;

import org.jspecify.annotations.NullMarked;
