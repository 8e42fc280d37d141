/** Office Open XML (ECMA-376): its packages, its types, what all its markup has in common; slides. */
@NullMarked
package org.sealpost.reading.structure.office;

import org.jspecify.annotations.NullMarked;
