/**
 * Where processes are shut in that touch what strangers sent: no network, no files but those it is run from, no process
 * beside it, and an end to its memory. Knows nothing of documents.
 */
@NullMarked
package org.sealpost.reading.jail;

import org.jspecify.annotations.NullMarked;
