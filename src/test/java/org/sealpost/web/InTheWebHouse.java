package org.sealpost.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole room behind a real Tomcat on a free port of loopback; one server for all tests that stand on this. */
@SpringBootTest(
        classes = WebHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.main.banner-mode=off",
            "management.endpoint.health.probes.enabled=true"
        })
abstract class InTheWebHouse {
    @LocalServerPort
    int port;

    @Autowired
    FakeAdmit useCases;

    Client client = new Client(0);

    @BeforeEach
    void begin() {
        useCases.reset();
        client = new Client(port);
    }
}
