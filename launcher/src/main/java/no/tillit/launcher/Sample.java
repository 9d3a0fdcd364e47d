package no.tillit.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import no.tillit.launcher.sample.SampleData;

/** The sample is entered once, at the first start, over the API, as the demo users themselves would. */
final class Sample {

    private final StackPlan plan;
    private final Path mark;

    Sample(StackPlan plan) {
        this.plan = plan;
        this.mark = plan.data().resolve(".sample-loaded");
    }

    /** Enters the sample unless that was done before. */
    void loadOnce() {
        if (Files.exists(mark)) {
            return;
        }
        URI tokens = URI.create(plan.realmUrl() + "/protocol/openid-connect/token");
        new SampleData(URI.create(plan.publicUrl() + "/api/v1/"), tokens, Clock.systemDefaultZone()).load();
        Secrets.write(mark, "");
    }
}
