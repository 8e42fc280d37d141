/**
 * From running text and its tables to elements, whatever the format: paragraphs, cells that span, symbols for
 * ticks, prompts that are no answers.
 */
@NullMarked
package org.sealpost.reading.structure.story;

import org.jspecify.annotations.NullMarked;
