/**
 * Pictures of paper: put upright and level, freed of shadows and ruled lines, and recognised by the {@code tesseract}
 * command over pipes. Knows nothing of forms. See {@code docs/design/scans.md}.
 */
@NullMarked
package org.sealpost.reading.scan;

import org.jspecify.annotations.NullMarked;
