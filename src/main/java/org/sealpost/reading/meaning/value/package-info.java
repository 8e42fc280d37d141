/**
 * What is written in a box: names, dates, plates, numbers, places, as British people write them.
 */
@NullMarked
package org.sealpost.reading.meaning.value;

import org.jspecify.annotations.NullMarked;
