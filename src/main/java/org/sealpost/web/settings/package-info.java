/** What the web room is told: accounts, limits and the words of the pages. Plain records, checked when they are made. */
@NullMarked
package org.sealpost.web.settings;

import org.jspecify.annotations.NullMarked;
