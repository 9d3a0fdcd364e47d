package no.tillit.testing;

import java.util.function.Consumer;
import java.util.function.Function;
import no.tillit.erasure.internal.CarryingOutDeletion;
import no.tillit.erasure.internal.EndingDeletion;
import no.tillit.erasure.internal.ErasureActor;
import org.jspecify.annotations.Nullable;

/** For the steps of the batch job over a house: each call is a transaction of its own, as in the server. */
public final class HouseActor extends ErasureActor {
    private final House house;

    public HouseActor(House house) {
        this.house = house;
    }

    @Override
    public <T extends @Nullable Object> T call(Function<CarryingOutDeletion, T> task) {
        return house.doing(() -> task.apply(house.the(CarryingOutDeletion.class)));
    }

    @Override
    public <T extends @Nullable Object> T end(Function<EndingDeletion, T> task) {
        return house.doing(() -> task.apply(house.the(EndingDeletion.class)));
    }

    @Override
    public void run(Consumer<CarryingOutDeletion> task) {
        house.does(() -> task.accept(house.the(CarryingOutDeletion.class)));
    }
}
