package org.sealpost.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every address that a running application answers, as "METHOD /pattern", found in the application itself: what controllers and
 * resource handlers are mapped to, and what filters of Spring Security answer by themselves.
 */
final class Addresses {
    /** The filters that the doors have, and what each answers; a new one has to be looked at and written down here. */
    private static final Map<String, Set<String>> FILTERS = Map.ofEntries(
            Map.entry("UsernamePasswordAuthenticationFilter", Set.of("POST /sign-in")),
            Map.entry("GenerateOneTimeTokenFilter", Set.of("POST /sign-in/link")),
            Map.entry("OneTimeTokenAuthenticationFilter", Set.of("POST /sign-in/link/open")),
            Map.entry("OAuth2AuthorizationRequestRedirectFilter", Set.of("GET /sign-in/with/{provider}")),
            Map.entry("OAuth2LoginAuthenticationFilter", Set.of("GET /sign-in/back/{provider}")),
            Map.entry("LogoutFilter", Set.of("POST /sign-out")),
            Map.entry("AnonymousAuthenticationFilter", Set.of()),
            Map.entry("AuthorizationFilter", Set.of()),
            Map.entry("BearerTokenAuthenticationFilter", Set.of()),
            Map.entry("X509AuthenticationFilter", Set.of()),
            Map.entry("BasicAuthenticationFilter", Set.of()),
            Map.entry("CsrfFilter", Set.of()),
            Map.entry("DisableEncodeUrlFilter", Set.of()),
            Map.entry("ExceptionTranslationFilter", Set.of()),
            Map.entry("HeaderWriterFilter", Set.of()),
            Map.entry("RequestCacheAwareFilter", Set.of()),
            Map.entry("RateGate", Set.of()),
            Map.entry("SessionAge", Set.of()),
            Map.entry("SecurityContextHolderAwareRequestFilter", Set.of()),
            Map.entry("SecurityContextHolderFilter", Set.of()),
            Map.entry("SessionManagementFilter", Set.of()),
            Map.entry("UploadGate", Set.of()),
            Map.entry("WebAsyncManagerIntegrationFilter", Set.of()));

    private Addresses() {}

    static Set<String> of(ApplicationContext application) {
        Set<String> all = new TreeSet<>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    for (String pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            all.add("GET " + pattern);
                        }
                        methods.forEach(method -> all.add(method + " " + pattern));
                    }
                }));
        application.getBeansOfType(AbstractUrlHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMap()
                .keySet()
                .forEach(pattern -> all.add("GET " + pattern)));
        application.getBean(FilterChainProxy.class).getFilterChains().forEach(chain -> chain.getFilters()
                .forEach(filter -> {
                    Set<String> answers = FILTERS.get(filter.getClass().getSimpleName());
                    if (answers == null) {
                        throw new AssertionError("does this filter answer an address? " + filter.getClass());
                    }
                    all.addAll(answers);
                }));
        return all;
    }
}
