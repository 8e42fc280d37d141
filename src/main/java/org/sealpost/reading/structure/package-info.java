/**
 * From a format to the neutral model: PDF, Word, plain text, e-mail. Runs in the worker process.
 */
@NullMarked
package org.sealpost.reading.structure;

import org.jspecify.annotations.NullMarked;
