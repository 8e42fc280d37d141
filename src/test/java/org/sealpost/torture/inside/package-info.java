/** What runs inside a process that is tortured: the places where it can be made to stop, around the very beans it runs with. */
@NullMarked
package org.sealpost.torture.inside;

import org.jspecify.annotations.NullMarked;
