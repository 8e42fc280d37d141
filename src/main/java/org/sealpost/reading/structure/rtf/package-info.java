/** Rich Text Format 1.9.1. */
@NullMarked
package org.sealpost.reading.structure.rtf;

import org.jspecify.annotations.NullMarked;
