@NullMarked
package org.sealpost.reading.meaning;

import org.jspecify.annotations.NullMarked;
