/** The ways in, and who may come in by which: programs, the watcher of the machine's health, and people. */
@NullMarked
package org.sealpost.web.door;

import org.jspecify.annotations.NullMarked;
