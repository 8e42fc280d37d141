/**
 * Forms that somebody has described: recognised by their fingerprint, read more sharply.
 */
@NullMarked
package org.sealpost.reading.meaning.form;

import org.jspecify.annotations.NullMarked;
