/**
 * The demonstration: a mail server, senders by all three channels, and a force in a process of its own, around the real
 * gateway. Never part of a deployment.
 *
 * <p>Floor 5.
 */
@NullMarked
package org.sealpost.demo;

import org.jspecify.annotations.NullMarked;
