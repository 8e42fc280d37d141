/**
 * TLS: what is spoken on every connection, and how long the certificates last by which the gateway is known and knows others.
 *
 * <p>Floor 1. Reads certificates, never a private key.
 */
@NullMarked
package org.sealpost.transport;

import org.jspecify.annotations.NullMarked;
