/** E-mail (RFC 5322, MIME), Outlook messages, TNEF; a forwarded message is a part of its own. */
@NullMarked
package org.sealpost.reading.structure.mail;

import org.jspecify.annotations.NullMarked;
