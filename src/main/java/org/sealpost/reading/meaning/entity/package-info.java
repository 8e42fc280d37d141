/**
 * Who and what the marks speak of, and the document that says so.
 */
@NullMarked
package org.sealpost.reading.meaning.entity;

import org.jspecify.annotations.NullMarked;
