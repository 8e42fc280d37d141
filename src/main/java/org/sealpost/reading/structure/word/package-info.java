/** Word, of the XML format and of the old binary one. */
@NullMarked
package org.sealpost.reading.structure.word;

import org.jspecify.annotations.NullMarked;
