/** Malware scanning by ClamAV's daemon, over its own protocol. Writes nothing to the disk; what clamd writes is for its own configuration. */
@NullMarked
package org.sealpost.channel.clamav;

import org.jspecify.annotations.NullMarked;
