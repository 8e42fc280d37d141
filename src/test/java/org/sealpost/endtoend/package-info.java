/** The whole way with real processes: the built gateway, real clients, a second process that plays the force. */
@NullMarked
package org.sealpost.endtoend;

import org.jspecify.annotations.NullMarked;
