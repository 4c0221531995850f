package dev.cordon.console;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers with the console's shell wherever it has a page, and with its modules below {@code /app/v/{build id}/}. A module
 * never changes under its address, so browsers keep it for a year; the shell, which names the build, they never keep. A
 * module that is missing is not kept either: during an upgrade another replica may have it.
 */
@Singleton
public class ConsoleRoutes {
    /** After the door, before Quarkus asks who is calling: the files are the same for everybody. */
    private static final int ORDER = -300;

    private static final String MODULES = "/app/v/";
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    private static final String NEVER = "no-store";
    private static final Pattern PAGES = Pattern.compile(
            "/|/console(/[^.]*)?|/cvss|/policies|/report(/status)?|/set-up" + "|/choose-password|/sign-in");

    private volatile Loaded loaded = load();

    private record Loaded(ConsoleFiles files, Shell shell) {}

    void open(@Observes Router router) {
        router.routeWithRegex(PAGES.pattern())
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answerShell);
        router.route(MODULES + "*")
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answerModule);
        router.route("/favicon.ico")
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> answerFile(request, loaded.files.file("icon.svg"), NEVER));
        // The files of the console's library are served below any path; without this, what is nowhere would be "not
        // allowed".
        router.route()
                .last()
                .handler(request -> request.response().setStatusCode(404).end());
    }

    private void answerShell(RoutingContext request) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            loaded = load();
        }
        Shell shell = loaded.shell;
        request.response().putHeader("Content-Security-Policy", shell.contentSecurityPolicy());
        FileAnswer.send(request, shell.page(), NEVER);
    }

    private void answerModule(RoutingContext request) {
        String path = request.normalizedPath().substring(MODULES.length());
        String build = loaded.files.buildId() + "/";
        Optional<ConsoleFile> file =
                path.startsWith(build) ? loaded.files.file(path.substring(build.length())) : Optional.empty();
        answerFile(request, file, FOR_A_YEAR);
    }

    private static void answerFile(RoutingContext request, Optional<ConsoleFile> file, String caching) {
        file.ifPresentOrElse(
                each -> FileAnswer.send(request, each, caching),
                () -> request.response().setStatusCode(404).end());
    }

    private static Loaded load() {
        ConsoleFiles files = ConsoleFiles.load();
        return new Loaded(files, Shell.of(files.buildId(), LaunchMode.current().isDevOrTest()));
    }
}
