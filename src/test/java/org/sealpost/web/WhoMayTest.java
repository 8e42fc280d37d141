package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Who may use which address, each tried from the right side and from every wrong one, and what of it the ledger gets to know. An
 * address that the application has and the table has not is a failure, and the other way round.
 */
class WhoMayTest extends InTheWebHouse {
    /** By a page's session for addresses of pages, by name and password for those under {@code /api}; the last one only by the latter. */
    private enum Who {
        NOBODY(""),
        OTHER(WebHouse.OTHER),
        SENDER(WebHouse.WORKER),
        OPERATOR(WebHouse.OPERATOR),
        AUDITOR(WebHouse.AUDITOR),
        KEY_HOLDER(WebHouse.KEY_HOLDER),
        PROGRAM(WebHouse.WORKER);

        final String name;

        Who(String name) {
            this.name = name;
        }
    }

    /**
     * ask: is asked to sign in; no: 403; lost: 404, as for what never was; yes: anything else. Last: what the ledger is told is
     * looked at, or nothing.
     */
    private static final String TABLE =
            """
            address                                             nobody other sender operator auditor keys program looks-at
            GET  /                                              ask    yes   yes    no       no      no   ask     -
            GET  /sign-in                                       yes    yes   yes    yes      yes     yes  yes     -
            POST /sign-in                                       yes    yes   yes    yes      yes     yes  yes     -
            GET  /sign-in/link                                  yes    yes   yes    yes      yes     yes  yes     -
            POST /sign-in/link                                  yes    yes   yes    yes      yes     yes  yes     -
            GET  /sign-in/link/sent                             yes    yes   yes    yes      yes     yes  yes     -
            GET  /sign-in/link/open                             yes    yes   yes    yes      yes     yes  yes     -
            POST /sign-in/link/open                             yes    yes   yes    yes      yes     yes  yes     -
            GET  /sign-in/done                                  yes    yes   yes    yes      yes     yes  yes     -
            POST /sign-out                                      yes    yes   yes    yes      yes     yes  yes     -
            GET  /error                                         ask    lost  lost   no       no      no   ask     -
            GET  /{file:favicon\\.ico|robots\\.txt}             yes    yes   yes    yes      yes     yes  yes     -
            GET  /assets/**                                     yes    yes   yes    yes      yes     yes  yes     -
            GET  /assets/govuk-frontend.min.cs*                 yes    yes   yes    yes      yes     yes  yes     -
            POST /submissions                                   ask    yes   yes    no       no      no   ask     -
            GET  /submissions                                   ask    yes   yes    no       no      no   ask     list:sent
            GET  /submissions/{reference}                       ask    lost  yes    no       no      no   ask     standing
            GET  /submissions/{reference}/confirmation          ask    lost  yes    no       no      no   ask     standing
            GET  /submissions/{reference}/standing              ask    lost  yes    no       no      no   ask     standing
            GET  /submissions/{reference}/proof                 ask    lost  yes    no       no      no   ask     proof
            GET  /uploads/{token}                               ask    yes   yes    no       no      no   ask     -
            GET  /operator/undelivered                          ask    no    no     yes      yes     no   ask     list:undelivered
            POST /operator/undelivered/{reference}/proposals    ask    no    no     yes      no      no   ask     -
            POST /operator/undelivered/{reference}/confirmations ask   no    no     yes      no      no   ask     -
            POST /operator/undelivered/{reference}/drops        ask    no    no     yes      no      no   ask     -
            POST /operator/undelivered/{reference}/envelope     ask    no    no     yes      no      no   ask     -
            GET  /operator/undelivered/{reference}/proof        ask    no    no     yes      yes     no   ask     proof
            GET  /operator/undelivered/{reference}/note         ask    no    no     yes      yes     no   ask     note
            POST /operator/receipts                             ask    no    no     yes      no      no   ask     -
            GET  /operator/held                                 ask    no    no     yes      yes     no   ask     list:held
            POST /operator/held/{reference}/release             ask    no    no     yes      no      no   ask     -
            POST /operator/held/{reference}/refusal             ask    no    no     yes      no      no   ask     -
            POST /operator/held/release                         ask    no    no     yes      no      no   ask     -
            GET  /operator/holds                                ask    no    no     yes      yes     no   ask     list:legal-holds
            POST /operator/holds                                ask    no    no     yes      no      no   ask     -
            POST /operator/holds/{reference}/end                ask    no    no     yes      no      no   ask     -
            POST /operator/holds/{reference}/end/confirmation   ask    no    no     yes      no      no   ask     -
            GET  /operator/keys                                 ask    no    no     yes      yes     yes  ask     -
            POST /api/submissions                               ask    yes   yes    no       no      no   yes     -
            GET  /api/submissions/{reference}                   ask    lost  yes    no       no      no   yes     standing
            GET  /api/submissions/{reference}/receipt           ask    lost  yes    no       no      no   yes     receipt
            GET  /api/submissions/{reference}/proof             ask    lost  yes    no       no      no   yes     proof
            GET  /api/certificates                              ask    yes   yes    no       no      no   yes     list:certificates
            GET  /api/certificates/{force}/{number}             ask    lost  yes    no       no      no   yes     list:certificates
            GET  /api/operator/undelivered                      ask    no    no     yes      yes     no   no      list:undelivered
            GET  /api/operator/held                             ask    no    no     yes      yes     no   no      list:held
            POST /api/operator/receipts                         ask    no    no     yes      no      no   no      -
            GET  /actuator/health                               yes    yes   yes    yes      yes     yes  yes     -
            GET  /actuator/health/**                            yes    yes   yes    yes      yes     yes  yes     -
            GET  /actuator                                      no     no    no     no       no      no   no      -
            """;

    private static final String FORMS = "application/x-www-form-urlencoded";

    @Autowired
    ApplicationContext application;

    @Autowired
    FakeIntervene cases;

    @Autowired
    FakePreserve holds;

    @Autowired
    FakeConsult consult;

    private final Map<Who, Client> clients = new EnumMap<>(Who.class);
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private String reference = "";
    private int file;

    private record Row(String method, String pattern, Map<Who, String> may, String looksAt) {
        String mayOf(Who who) {
            return Objects.requireNonNull(may.get(who));
        }

        String address() {
            return method + " " + pattern;
        }

        boolean isApi() {
            return pattern.startsWith("/api/") || pattern.startsWith("/actuator");
        }
    }

    private static List<Row> table() {
        List<Row> rows = new ArrayList<>();
        TABLE.lines().skip(1).forEach(line -> {
            String[] cells = line.trim().split("\\s+");
            Map<Who, String> may = new EnumMap<>(Who.class);
            for (Who who : Who.values()) {
                may.put(who, cells[2 + who.ordinal()]);
            }
            rows.add(new Row(cells[0], cells[1], may, cells[9]));
        });
        return rows;
    }

    @BeforeEach
    void everybodySignsIn() throws Exception {
        cases.reset();
        for (Who who : Who.values()) {
            signIn(who);
        }
        HttpResponse<String> sent = client.send(client.to("/api/submissions")
                .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD))
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString("%PDF-first")));
        assertThat(sent.statusCode()).isEqualTo(201);
        reference = sent.body().replaceAll(".*\"reference\":\"([^\"]+)\".*", "$1");
        useCases.delivered();
    }

    private void signIn(Who who) throws Exception {
        Client fresh = new Client(port);
        if (who != Who.NOBODY && who != Who.PROGRAM) {
            fresh.signIn(who.name, WebHouse.PASSWORD);
        }
        clients.put(who, fresh);
        tokens.put(who, fresh.csrf("/sign-in"));
    }

    @Test
    void theTableHasEveryAddressAndNoOther() {
        assertThat(table().stream().map(Row::address)).doesNotHaveDuplicates();
        assertThat(Addresses.of(application))
                .isEqualTo(table().stream().map(Row::address).collect(Collectors.toSet()));
    }

    @Test
    void everyAddressIsForWhomTheTableSaysAndForNobodyElse() throws Exception {
        for (Row row : table()) {
            for (Who who : Who.values()) {
                int before = done();
                consult.looks.clear();
                HttpResponse<String> answer = send(row, who, who == Who.PROGRAM || row.isApi(), token(who));
                String may = row.mayOf(who);
                assertThat(outcome(answer))
                        .as("%s by %s: %s %s", row.address(), who, answer.statusCode(), answer.body())
                        .isEqualTo(may);
                if (!may.equals("yes")) {
                    assertThat(done())
                            .as("%s by %s did nothing", row.address(), who)
                            .isEqualTo(before);
                }
                if (may.equals("yes") && !row.looksAt().equals("-")) {
                    assertThat(consult.looks)
                            .as("%s by %s is a look", row.address(), who)
                            .hasSize(1)
                            .allMatch(look -> look.startsWith(who.name + " ")
                                    && look.endsWith((row.isApi() ? " api " : " page ") + row.looksAt()));
                } else if (!row.looksAt().startsWith("list:")) {
                    assertThat(consult.looks)
                            .as("%s by %s shows nothing", row.address(), who)
                            .isEmpty();
                }
                if (row.pattern().startsWith("/sign-")) {
                    signIn(who);
                }
            }
        }
    }

    @Test
    void aPagesFormWithoutItsTokenDoesNothingWhoeverSendsIt() throws Exception {
        for (Row row : table()) {
            if (!row.method().equals("POST") || row.isApi()) {
                continue;
            }
            for (Who who : Who.values()) {
                int before = done();
                HttpResponse<String> answer = send(row, who, false, "forged");
                assertThat(outcome(answer))
                        .as("%s by %s without a token", row.address(), who)
                        .isIn("no", "ask");
                assertThat(done()).isEqualTo(before);
                assertThat(client(who).cookies.getCookieStore().getCookies()).isNotEmpty();
            }
        }
    }

    @Test
    void aPagesSessionIsNothingToTheApi() throws Exception {
        for (Row row : table()) {
            if (row.pattern().startsWith("/api/")) {
                for (Who who : Who.values()) {
                    assertThat(outcome(send(row, who, false, token(who))))
                            .as("%s by the session of %s", row.address(), who)
                            .isEqualTo("ask");
                }
            }
        }
    }

    @Test
    void whereTheLookCannotBeNotedNothingIsShown() throws Exception {
        consult.fails = true;
        try {
            for (Row row : table()) {
                if (row.looksAt().equals("-")) {
                    continue;
                }
                for (Who who : Who.values()) {
                    if (row.mayOf(who).equals("yes")) {
                        HttpResponse<String> answer = send(row, who, row.isApi(), token(who));
                        assertThat(answer.statusCode())
                                .as("%s by %s", row.address(), who)
                                .isEqualTo(500);
                        assertThat(answer.body()).doesNotContain("example-agency\"", "tlog-proof", "a note");
                    }
                }
            }
        } finally {
            consult.fails = false;
        }
    }

    @Test
    void anotherWritingOfAnAddressIsNoWayIn() throws Exception {
        Client sender = client(Who.SENDER);
        for (String path : new String[] {
            "/operator/undelivered/",
            "/OPERATOR/undelivered",
            "//operator/undelivered",
            "/operator//undelivered",
            "/%6fperator/undelivered",
            "/operator;a=b/undelivered",
            "/operator/undelivered;jsessionid=1",
            "/submissions/../operator/undelivered",
            "/submissions/%2e%2e/operator/undelivered",
            "/submissions/..;/operator/undelivered",
            "/operator/undelivered.html",
            "/operator/undelivered%00",
            "/operator/undelivered%0a",
            "/assets/..%2foperator/undelivered"
        }) {
            HttpResponse<String> answer = sender.page(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
            assertThat(answer.body()).as(path).doesNotContain("without a receipt");
        }
        assertThat(consult.looks.stream().filter(l -> l.contains("list:undelivered")))
                .as("nobody got as far as looking")
                .noneMatch(l -> l.startsWith(WebHouse.WORKER));
    }

    private String token(Who who) {
        return Objects.requireNonNull(tokens.get(who));
    }

    private Client client(Who who) {
        return Objects.requireNonNull(clients.get(who));
    }

    private int done() {
        return cases.asked.size() + holds.asked.size() + useCases.arrivals.size() + useCases.turnedAway.size();
    }

    private static String outcome(HttpResponse<String> answer) {
        boolean toTheDoor = answer.statusCode() / 100 == 3
                && answer.headers().firstValue("Location").orElse("").matches("(http://[^/]+)?/sign-in");
        // Signing out leads to the door as well, which is no question.
        if (answer.statusCode() == 401
                || (toTheDoor && !answer.request().uri().getPath().equals("/sign-out"))) {
            return "ask";
        }
        return switch (answer.statusCode()) {
            case 403 -> "no";
            case 404 -> "lost";
            case 200, 201, 204, 302, 303, 503 -> "yes";
            default -> "unexpected " + answer.statusCode();
        };
    }

    private HttpResponse<String> send(Row row, Who who, boolean byPassword, String token) throws Exception {
        Client fresh = row.isApi() && byPassword ? new Client(port) : client(who);
        String path = path(row);
        HttpRequest.Builder request;
        if (!row.method().equals("POST")) {
            request = fresh.to(path);
        } else if (row.isApi()) {
            request = fresh.to(path)
                    .header("Content-Type", "application/pdf")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "%PDF" + (row.pattern().endsWith("receipts") ? "" : file++)));
            if (row.pattern().endsWith("receipts")) {
                request.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, 3}));
            }
        } else if (row.pattern().endsWith("/receipts") || row.pattern().equals("/submissions")) {
            byte[] content = row.pattern().endsWith("/receipts")
                    ? new byte[] {1, 2, 3}
                    : ("%PDF" + file++).getBytes(StandardCharsets.US_ASCII);
            request = fresh.upload(path, new Client.Form().field("_csrf", token).file("file", "form.pdf", content));
        } else {
            String body = "measure=retry&proposal=5&reason=not-a-form&username=nobody&password=wrong&reference="
                    + reference + "&_csrf=" + token;
            request = fresh.to(path).header("Content-Type", FORMS).POST(HttpRequest.BodyPublishers.ofString(body));
        }
        if (!row.isApi()) {
            request.header(
                    "Accept",
                    row.pattern().endsWith("/standing") || row.pattern().startsWith("/uploads")
                            ? "application/json"
                            : "text/html");
        }
        if (byPassword && who != Who.NOBODY) {
            request.header("Authorization", Client.basic(who.name, WebHouse.PASSWORD));
        }
        return fresh.send(request);
    }

    private String path(Row row) {
        String known = row.pattern().contains("/operator/") ? FakeIntervene.REFERENCE.value() : reference;
        String path = row.pattern()
                .replace("{reference}", known)
                .replace("{token}", "0123456789abcdef0123456789abcdef")
                .replace("{force}", WebHouse.FORCE.value())
                .replace("{number}", "12")
                .replace("/health/**", "/health/liveness")
                .replace("/assets/**", "/assets/sealpost.css")
                .replace(".min.cs*", ".min.css");
        return Pattern.compile("\\{file:.*}").matcher(path).replaceAll("robots.txt");
    }
}
