package org.sealpost.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers what the server turns away before it reaches us, like an address with a zero byte, in our words instead of its own. */
public final class LastResort extends ErrorReportValve {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        AtomicBoolean mayWrite = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !mayWrite.get()
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream()
                    .write(json.writeValueAsBytes(
                            Problems.notUnderstood(response.getStatus()).body()));
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is there to read it.
        }
    }
}
