package no.tillit.system.identity;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Supplier;

/** Stands in for a page or a resource: asks the bean that the query names, and answers what it said, or "closed". */
@WebServlet("/probe/*")
public class ProbeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient ResearchersOnly researchersOnly;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient HalfMarked halfMarked;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Unmarked unmarked;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient SystemOnly systemOnly;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String answer =
                switch (request.getPathInfo()) {
                    case "/researchers-only" -> ask(researchersOnly::whoAmI);
                    case "/marked" -> ask(halfMarked::marked);
                    case "/half-marked" -> ask(halfMarked::forgotten);
                    case "/unmarked" -> ask(unmarked::forgotten);
                    case "/system-only" -> ask(systemOnly::whoAmI);
                    case "/start-job" ->
                        String.valueOf(BatchRuntime.getJobOperator().start("probe", new Properties()));
                    case "/job" -> job(Long.parseLong(request.getParameter("id")));
                    default -> "unknown";
                };
        response.setContentType("text/plain");
        response.getWriter().print(answer);
    }

    private static String ask(Supplier<String> bean) {
        try {
            return bean.get();
        } catch (EJBAccessException e) {
            return "closed";
        }
    }

    private static String job(long id) {
        JobOperator jobs = BatchRuntime.getJobOperator();
        return jobs.getJobExecution(id).getBatchStatus() + " "
                + jobs.getStepExecutions(id).get(0).getExitStatus();
    }
}
