package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Refusal;

/** The pages in a real browser, from the sign-in to the force's word. */
@EnabledIf("org.sealpost.web.Browser#isHere")
class PagesIT extends InTheWebHouse {
    @TempDir
    Path forms;

    /** The admitting thread hands over each step and waits until it is allowed to go on. */
    private final SynchronousQueue<String> steps = new SynchronousQueue<>();

    private final SynchronousQueue<Boolean> go = new SynchronousQueue<>();

    private void step(String name) {
        try {
            steps.put(name);
            if (go.poll(30, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("nobody let the fake go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private void next(String name) throws InterruptedException {
        assertThat(steps.poll(30, TimeUnit.SECONDS)).isEqualTo(name);
    }

    private Path form(String name, int size) throws Exception {
        return Files.write(forms.resolve(name), new byte[size]);
    }

    private static void choose(Browser browser, Path... files) {
        WebElement input = browser.driver.findElement(By.id("files"));
        input.sendKeys(
                String.join("\n", Arrays.stream(files).map(Path::toString).toList()));
    }

    private static double bar(Browser browser) {
        return ((Number) browser.driver.executeScript("return document.getElementById('bar').value")).doubleValue();
    }

    @Test
    void aPersonSendsTwoFilesAndFollowsThemUntilTheForceHoldsThem() throws Exception {
        useCases.hold = this::step;
        try (Browser browser = new Browser(port, true)) {
            browser.open("/");
            browser.find("#username");
            browser.picture("sign-in");
            browser.signIn();
            browser.picture("send-empty");

            choose(browser, form("concern form.pdf", 300 * 1024), form("photograph of van.jpg", 150 * 1024));
            choose(browser, form("wrong file.docx", 20_000));
            assertThat(browser.driver.findElements(By.cssSelector("#chosen-list li")))
                    .hasSize(3);
            browser.driver
                    .findElements(By.cssSelector("#chosen-list button"))
                    .get(2)
                    .click();
            assertThat(browser.find("#chosen-list").getText())
                    .contains("concern form.pdf", "300 KB", "photograph of van.jpg", "150 KB")
                    .doesNotContain("wrong file");
            browser.picture("send");

            ChromiumNetworkConditions slow = new ChromiumNetworkConditions();
            slow.setUploadThroughput(150_000);
            slow.setDownloadThroughput(10_000_000);
            browser.driver.setNetworkConditions(slow);
            browser.find("#send-button").click();
            browser.find("#bar");
            await().until(() -> bar(browser) > 5 && bar(browser) < 60);
            assertThat(browser.find("#bar-words").getText()).isEqualTo("Uploading");
            browser.picture("progress-uploading");

            next("reading 1");
            browser.driver.deleteNetworkConditions();
            browser.waitForText("#bar-words", "Reading document 1 of 2");
            double early = bar(browser);
            go.put(true);
            next("reading 2");
            browser.waitForText("#bar-words", "Reading document 2 of 2");
            assertThat(bar(browser)).isGreaterThan(early);
            assertThat(browser.driver.findElement(By.id("going-news")).getDomProperty("textContent"))
                    .isEqualTo("Reading document 2 of 2");
            browser.picture("progress-reading");
            go.put(true);
            next("sealing");
            browser.waitForText("#bar-words", "Sealing");
            go.put(true);
            next("storing");
            go.put(true);

            String reference = browser.find("#reference").getText();
            assertThat(reference).matches("SP-[0-9A-Z]{4}-[0-9A-Z]{4}");
            browser.picture("confirmation");
            browser.driver.navigate().refresh();
            assertThat(browser.find("#reference").getText()).isEqualTo(reference);

            browser.find("main a.govuk-button").click();
            browser.waitForText("#summary", "In custody");
            browser.picture("status-in-custody");
            useCases.stand(new Standing.Sent(Instant.now(), 1));
            browser.waitForText("#standing", "Waiting for Example Constabulary to confirm");
            browser.picture("status-sent");
            useCases.delivered();
            browser.waitForText("#summary", "Held by the force");
            assertThat(browser.driver.getTitle()).contains("Held by the force");
            browser.picture("status-held");

            useCases.stand(new Standing.Overdue(Instant.now(), 4));
            browser.driver.navigate().refresh();
            browser.picture("status-overdue");
            useCases.stand(new Standing.RefusedByForce(
                    Instant.now(), new Refusal("unsafe", "The second document holds a virus.")));
            browser.driver.navigate().refresh();
            browser.picture("status-refused");
            browser.open("/submissions");
            assertThat(browser.find("main").getText()).contains(reference).doesNotContain("concern form");
            browser.picture("sent");
            browser.open("/submissions/SP-0000-0000");
            assertThat(browser.find("h1").getText()).isEqualTo("Not found");
            browser.picture("not-found");
            assertThat(browser.driver.manage().logs().get("browser").getAll())
                    .noneMatch(line -> line.getMessage().contains("Content Security Policy"));
        }
    }

    @Test
    void mistakesAreSaidBeforeAnythingIsSent() throws Exception {
        try (Browser browser = new Browser(port, true)) {
            browser.signIn();
            browser.find("#send-button").click();
            assertThat(browser.find("#problem").getText()).contains("Choose at least one file");
            assertThat(browser.driver.switchTo().activeElement().getDomAttribute("id"))
                    .isEqualTo("problem");
            choose(browser, form("big scan.pdf", 400 * 1024 + 1));
            assertThat(browser.find("#files-error").getText()).contains("larger than 400 KB");
            browser.picture("send-problem");
            browser.find("#chosen-list button").click();
            assertThat(browser.driver.findElement(By.id("problem")).isDisplayed())
                    .isFalse();

            useCases.mood = FakeAdmit.Mood.FAILS_BEFORE;
            choose(browser, form("form.pdf", 1_000));
            browser.find("#send-button").click();
            assertThat(browser.find("#problem").getText()).contains("treat it as not sent");
            useCases.mood = FakeAdmit.Mood.WELL;
            browser.find("#send-button").click();
            browser.find("#reference");
        }
    }

    @Test
    void filesCanBeDropped() throws Exception {
        try (Browser browser = new Browser(port, true)) {
            browser.signIn();
            browser.driver.executeScript("const t = new DataTransfer();"
                    + "t.items.add(new File(['an invented form'], 'dropped.txt'));"
                    + "document.getElementById('drop').dispatchEvent("
                    + "new DragEvent('drop', {dataTransfer: t, bubbles: true, cancelable: true}));");
            assertThat(browser.find("#chosen-list").getText()).contains("dropped.txt", "16 bytes");
            browser.find("#send-button").click();
            browser.find("#reference");
            assertThat(useCases.arrivals.get(0).originals().get(0).name()).isEqualTo("dropped.txt");
        }
    }

    @Test
    void itWorksWithoutAScript() throws Exception {
        try (Browser browser = new Browser(port, false)) {
            browser.signIn();
            browser.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            browser.find("#files");
            choose(browser, form("form.pdf", 1_000), form("second.pdf", 2_000));
            browser.find("#send-button").click();
            String reference = browser.find("#reference").getText();
            assertThat(useCases.arrivals.get(0).originals()).hasSize(2);
            browser.find("main a.govuk-button").click();
            assertThat(browser.find("h1").getText()).isEqualTo(reference);
            useCases.delivered();
            browser.find("noscript a, #standing noscript a").click();
            browser.waitForText("#summary", "Held by the force");
        }
    }
}
