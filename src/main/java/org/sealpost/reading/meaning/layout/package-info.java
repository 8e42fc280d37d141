/**
 * From the elements of a document to marks: sections, answers, rows, prose.
 */
@NullMarked
package org.sealpost.reading.meaning.layout;

import org.jspecify.annotations.NullMarked;
