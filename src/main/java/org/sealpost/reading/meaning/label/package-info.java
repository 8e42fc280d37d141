/**
 * What a form's labels mean: phrases to roles and attributes.
 */
@NullMarked
package org.sealpost.reading.meaning.label;

import org.jspecify.annotations.NullMarked;
