/** Who may come in: one configured account a person or program, hashed passwords, and a bound on wrong guesses. */
@NullMarked
package org.sealpost.web.signin;

import org.jspecify.annotations.NullMarked;
