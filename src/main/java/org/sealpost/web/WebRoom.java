package org.sealpost.web;

import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Inquire;
import org.sealpost.web.api.CertificatesApi;
import org.sealpost.web.api.OperatorApi;
import org.sealpost.web.api.SubmissionsApi;
import org.sealpost.web.door.Doors;
import org.sealpost.web.page.ErrorPage;
import org.sealpost.web.page.GovukStyle;
import org.sealpost.web.page.HeldPages;
import org.sealpost.web.page.HoldsPage;
import org.sealpost.web.page.KeysPage;
import org.sealpost.web.page.OperatorPages;
import org.sealpost.web.page.PageWords;
import org.sealpost.web.page.SendPage;
import org.sealpost.web.page.SignInPage;
import org.sealpost.web.page.SubmissionPages;
import org.sealpost.web.page.Visitor;
import org.sealpost.web.problem.LastResort;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.upload.ProgressBoard;
import org.sealpost.web.upload.RequestFiles;
import org.sealpost.web.upload.Sending;
import org.sealpost.web.upload.UploadMemory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The room as a whole, for the root to import. It needs nine beans: {@link WebSettings}, {@link Admit}, {@link Inquire},
 * {@code Intervene}, {@code Courier}, {@code Reconcile}, {@code Consult}, {@code Preserve}, {@code KeysPage.InUse} and a {@link Clock}; and Spring Boot's own arrangement of MVC, Security, Thymeleaf and Tomcat.
 *
 * <p>{@code web.properties} holds what has to be so in the server for the room's promises to be true; a deployment's own
 * configuration stands above it.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/sealpost/web/web.properties")
@Import({
    Doors.class,
    ErrorPage.class,
    SignInPage.class,
    SendPage.class,
    SubmissionPages.class,
    SubmissionsApi.class,
    CertificatesApi.class,
    OperatorPages.class,
    HeldPages.class,
    HoldsPage.class,
    OperatorApi.class,
    KeysPage.class,
    Visitor.class
})
public class WebRoom implements WebMvcConfigurer {
    private static final String GOVUK = "classpath:/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";

    @Bean
    Problems problems(WebSettings settings) {
        return new Problems(settings.uploads());
    }

    @Bean
    PageWords pageWords(WebSettings settings) {
        return new PageWords(settings);
    }

    @Bean
    RequestFiles requestFiles(WebSettings settings, Problems problems) {
        return new RequestFiles(settings.uploads(), problems);
    }

    @Bean
    Sending sending(Admit admit, Clock clock, Problems problems) {
        return new Sending(admit, clock, problems);
    }

    @Bean
    ProgressBoard progressBoard(Clock clock) {
        return new ProgressBoard(clock);
    }

    @Bean
    UploadMemory uploadMemory(WebSettings settings) {
        return new UploadMemory(settings.uploads().inFlight());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(LastResort.class.getName());
            }
        });
    }

    /** One style sheet of GOV.UK Frontend and no more of it: neither its fonts nor the crown are served. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/govuk-frontend.min.cs*")
                .addResourceLocations(GOVUK)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addTransformer(new GovukStyle());
        registry.addResourceHandler("/{file:favicon\\.ico|robots\\.txt}").addResourceLocations("classpath:/static/");
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
