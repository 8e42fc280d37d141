/** Breaks a whole gateway in every way that one machine allows, and reckons afterwards. See {@code docs/design/torture.md}. */
@NullMarked
package org.sealpost.torture;

import org.jspecify.annotations.NullMarked;
