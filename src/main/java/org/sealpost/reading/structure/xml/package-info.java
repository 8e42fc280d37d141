/** XML as a tree, without entities, external things or depth. */
@NullMarked
package org.sealpost.reading.structure.xml;

import org.jspecify.annotations.NullMarked;
