package org.sealpost.web;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium with a profile of its own under {@code target/}. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int DESKTOP = 1200;
    private static final int TELEPHONE = 390;

    final ChromeDriver driver;
    private final String base;

    Browser(int port, boolean scripts) {
        this.base = "http://127.0.0.1:" + port;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir="
                        + Path.of("target", "chromium-" + UUID.randomUUID()).toAbsolutePath());
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(DESKTOP, 900));
    }

    static boolean isHere() {
        boolean here = CHROMIUM.canExecute() && DRIVER.canExecute();
        if (!here) {
            System.out.println("SKIPPED: the pages in a real browser, because " + CHROMIUM + " or " + DRIVER
                    + " is not on this machine");
        }
        return here;
    }

    void open(String path) {
        driver.get(base + path);
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                // A page that goes away while it is looked at is looked at again.
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    void waitForText(String css, String text) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    void signIn() {
        open("/sign-in");
        find("#username").sendKeys(WebHouse.WORKER);
        find("#password").sendKeys(WebHouse.PASSWORD);
        find("#password").submit();
        find("#send");
    }

    /** Pictures of the page as it is, in both widths, for a person to look at. */
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        for (int width : new int[] {DESKTOP, TELEPHONE}) {
            // The metrics, not the window: headless Chromium's windows have a least width.
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            long height = ((Number) driver.executeScript("return document.documentElement.scrollHeight")).longValue();
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
            Files.write(PICTURES.resolve(name + "-" + width + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            long overhang = ((Number) driver.executeScript("return document.documentElement.scrollWidth - innerWidth"))
                    .longValue();
            if (overhang > 0) {
                throw new AssertionError(name + " is " + overhang + " pixels wider than " + width);
            }
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
