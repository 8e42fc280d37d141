/**
 * The broker: envelopes to the forces' queues, receipts back from them, and a broker of our own where there is no other.
 *
 * <p>The routes are {@code dispatch}, {@code receipts} and {@code erase}. See {@code docs/design/channel-broker.md}.
 */
@NullMarked
package org.sealpost.channel.broker;

import org.jspecify.annotations.NullMarked;
