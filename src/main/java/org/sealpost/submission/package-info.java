/**
 * The words everybody in the house uses: ids, references, partners, forces, markings, what arrived and from whom.
 *
 * <p>Floor 0. Imports nothing of Sealpost and no library; every type here is an immutable value, safe to share between
 * threads, and none of those that hold content ever prints it.
 */
@NullMarked
package org.sealpost.submission;

import org.jspecify.annotations.NullMarked;
