/**
 * Pages and API for the people and programs of a partner.
 *
 * <p>Floor 3. Alone may use Spring MVC and Spring Security. See {@code docs/design/web.md}.
 */
@NullMarked
package org.sealpost.web;

import org.jspecify.annotations.NullMarked;
