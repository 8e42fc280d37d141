package org.sealpost.reading.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.sealpost.reading.jail.Confinement;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TesseractCommand;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.part.PartLimits;

/** How a worker process is started: Java's, in the jail, with the gateway's class path and no environment. */
final class WorkerStart {
    /** Beside the heap: classes, compiled code, stacks, buffers. */
    private static final int MEGABYTES_BESIDE_HEAP = 512;

    private static final int OPEN_FILES = 1024;

    /** Fonts, for pages that are drawn. */
    private static final List<Path> FONTS =
            List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/etc/fonts"));

    private final WorkerLimits limits;
    private final TextRecognition recognition;
    private final RecognitionForWorkers forWorkers;
    private final Jail jail;
    private final Class<?> main;
    private final Confinement confinement;

    /** @param main what runs in it */
    WorkerStart(WorkerLimits limits, TextRecognition recognition, Jail jail, Class<?> main) {
        this.limits = limits;
        this.recognition = recognition;
        this.forWorkers = new RecognitionForWorkers(recognition, new TesseractCommand(recognition, jail));
        this.jail = jail;
        this.main = main;
        this.confinement = new Confinement(readable(), limits.megabytes() + MEGABYTES_BESIDE_HEAP, OPEN_FILES);
    }

    /** True where its processes are shut in. */
    boolean isJailed() {
        return jail.holds();
    }

    /**
     * Starts one; does not wait until it is ready.
     *
     * @param folder for temporary files; inside the jail there is none
     */
    WorkerProcess start(Path folder, ScheduledExecutorService watchdog) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(folder));
        builder.environment().clear();
        // What a parser prints may quote the document.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new WorkerProcess(limits, watchdog, forWorkers, jail.start(builder, confinement));
    }

    private List<String> command(Path folder) {
        PartLimits parts = limits.parts();
        return List.of(
                java().resolve("bin").resolve("java").toString(),
                "-Xmx" + limits.megabytes() + "m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:-UseContainerSupport",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-Dlogback.configurationFile=org/sealpost/reading/worker/silent-logback.xml",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                Integer.toString(parts.parts()),
                Integer.toString(parts.depth()),
                Long.toString(parts.unpackedBytes()),
                Integer.toString(parts.ratio()),
                Integer.toString(parts.elements()),
                Integer.toString(parts.characters()),
                recognition.command(),
                recognition.languages(),
                recognition.script(),
                recognition.data(),
                Long.toString(recognition.perPage().toMillis()),
                Long.toString(recognition.perOriginal().toMillis()));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"));
    }

    private static List<Path> readable() {
        List<Path> classes = Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        return Stream.of(
                        Stream.of(java()),
                        settingsOfJava(),
                        FONTS.stream(),
                        classes.stream(),
                        classes.stream().flatMap(WorkerStart::behind))
                .flatMap(paths -> paths)
                .distinct()
                .toList();
    }

    /** Debian keeps them elsewhere and links to them. */
    private static Stream<Path> settingsOfJava() {
        try {
            Path real = java().resolve("conf").resolve("logging.properties").toRealPath();
            return real.startsWith(java().toRealPath()) ? Stream.of() : Stream.ofNullable(real.getParent());
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** The folders of what a jar names in its manifest's class path. */
    private static Stream<Path> behind(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Stream.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    ? Stream.of()
                    : Arrays.stream(named.split(" ", -1))
                            .filter(entry -> !entry.isEmpty())
                            .map(entry -> Path.of(jar.toUri().resolve(URI.create(entry))))
                            .map(Path::getParent)
                            .distinct();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
