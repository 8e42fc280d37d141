/** Calls a person by a program of theirs: a small signed JSON to a configured address. */
@NullMarked
package org.sealpost.channel.hook;

import org.jspecify.annotations.NullMarked;
