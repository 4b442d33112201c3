package auditorium.platform;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds a name that stands outside of the loop in which it is used. Qute asks each of its resolvers, of which there is one for every
 * type that a page shows, before it looks one level further out; on pages with large tables that was half of the work. Here the levels
 * are walked through, as long as they are sets of names (loops, {@code #let}, what the page was given) or have none (the blocks of an
 * included layout). What is not found so is left to Qute.
 */
final class OuterNames implements ValueResolver {

    /** Before the resolver of the innermost level, which has 15. */
    private static final int FIRST = 16;

    @Singleton
    static class Registration {
        void register(@Observes EngineBuilder engine) {
            engine.addValueResolver(new OuterNames());
        }
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // whether it is the level itself that is asked, and not something within it
    public boolean appliesTo(EvalContext context) {
        if (!mayName(context.getBase()) || !context.getParams().isEmpty()) {
            return false;
        }
        ResolutionContext level = context.resolutionContext();
        return level != null && level.getParent() != null && level.getData() == context.getBase();
    }

    /** A set of names, or what stands around the blocks of an included layout, which has none. */
    private static boolean mayName(@Nullable Object level) {
        return level == null || level instanceof Mapper;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        String name = context.getName();
        for (ResolutionContext level = context.resolutionContext();
                level != null && mayName(level.getData());
                level = level.getParent()) {
            if (level.getData() instanceof Mapper names && names.appliesTo(name)) {
                CompletionStage<Object> found = names.getAsync(name);
                if (!(found instanceof CompletedStage<Object> now) || !Results.isNotFound(now.get())) {
                    return found;
                }
            }
        }
        return Results.notFound(context);
    }
}
