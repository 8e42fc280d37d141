/**
 * From the bytes of an original to the neutral model of {@link org.sealpost.reading.document}: which reader takes which part. The
 * readers are in the packages below, a family of formats each; none of them knows this one. Runs in the worker process.
 */
@NullMarked
package org.sealpost.reading.structure;

import org.jspecify.annotations.NullMarked;
