/**
 * The wiring: configuration as records, the beans the routes call by name, the embedded defaults, and the commands.
 *
 * <p>Floor 4. Decides nothing; knows everybody.
 */
@NullMarked
package org.sealpost;

import org.jspecify.annotations.NullMarked;
