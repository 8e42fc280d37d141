/**
 * The worker processes: one pipe each, limits on time, memory and output, and nothing on the disk.
 */
@NullMarked
package org.sealpost.reading.worker;

import org.jspecify.annotations.NullMarked;
