/** What can go wrong between a client and us, each with its status, its stable code and its plain sentence. */
@NullMarked
package org.sealpost.web.problem;

import org.jspecify.annotations.NullMarked;
