/** Spreadsheets that are used as forms: their cells as tables. */
@NullMarked
package org.sealpost.reading.structure.sheet;

import org.jspecify.annotations.NullMarked;
