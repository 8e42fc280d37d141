/**
 * Pictures and pages that are pictures, by way of {@link org.sealpost.reading.scan}; the pictures of pages for
 * people.
 */
@NullMarked
package org.sealpost.reading.structure.picture;

import org.jspecify.annotations.NullMarked;
