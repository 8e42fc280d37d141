/** The XFA form in a PDF (XFA 3.3): its template, its data and what they say together. */
@NullMarked
package org.sealpost.reading.structure.xfa;

import org.jspecify.annotations.NullMarked;
