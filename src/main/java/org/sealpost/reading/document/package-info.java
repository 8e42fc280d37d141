/**
 * The neutral model of a document: what stands on it and where, before anything asks what it means.
 */
@NullMarked
package org.sealpost.reading.document;

import org.jspecify.annotations.NullMarked;
