/** The same for programs. See {@code docs/api.md}. */
@NullMarked
package org.sealpost.web.api;

import org.jspecify.annotations.NullMarked;
