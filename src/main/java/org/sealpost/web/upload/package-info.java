/** From a request to an admission, in bounded memory and never through a file. */
@NullMarked
package org.sealpost.web.upload;

import org.jspecify.annotations.NullMarked;
