/** Files in files: zip, OLE, signed mail. All in memory, all counted against the budget. */
@NullMarked
package org.sealpost.reading.structure.container;

import org.jspecify.annotations.NullMarked;
