/** The words of forms, as they stand in the files of {@code config/vocabulary}. */
@NullMarked
package org.sealpost.reading.meaning.vocabulary;

import org.jspecify.annotations.NullMarked;
