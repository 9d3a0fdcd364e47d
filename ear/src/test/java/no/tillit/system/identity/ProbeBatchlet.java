package no.tillit.system.identity;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A job's step; its exit status tells who it was. */
@Named
public class ProbeBatchlet extends AbstractBatchlet {

    @Inject
    @SuppressWarnings("NullAway.Init")
    private SystemActor actor;

    @Override
    public String process() {
        return actor.act();
    }
}
