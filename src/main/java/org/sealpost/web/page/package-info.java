/** The pages for people: send, confirmation, where it stands, what was sent, sign in. */
@NullMarked
package org.sealpost.web.page;

import org.jspecify.annotations.NullMarked;
