/**
 * Shows a person what a reading says and what it says it from: the pages with a box about every value.
 */
@NullMarked
package org.sealpost.reading.exhibit;

import org.jspecify.annotations.NullMarked;
