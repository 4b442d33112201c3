package auditorium.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Templates say the same with and without the shorter way to outer names. */
class OuterNamesTest {

    private static final Map<String, Object> DATA = Map.of(
            "client",
            "c1",
            "rows",
            List.of(
                    Map.of("name", "一", "squares", List.of(1, 2), "client", "not this"),
                    Map.of("name", "二", "squares", List.of(), "client", "not this")),
            "name",
            "outermost");

    private static Engine engine(ValueResolver... more) {
        EngineBuilder builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
        for (ValueResolver one : more) {
            builder.addValueResolver(one);
        }
        return builder.build();
    }

    private static TemplateInstance given(Engine engine, String template) {
        TemplateInstance page = engine.parse(template).instance();
        DATA.forEach(page::data);
        return page;
    }

    private static String both(String template) {
        String usual = given(engine(), template).render();
        assertEquals(usual, given(engine(new OuterNames()), template).render(), template);
        return usual;
    }

    @Test
    void namesAreFoundInTheNearestLevelThatHasThem() {
        assertEquals("一1c1 一2c1 ", both("{#for r in rows}{#for s in r.squares}{r.name}{s}{client} {/for}{/for}"));
        assertEquals(
                "[一][二]",
                both(
                        "{#for r in rows}{#let name=r.name}{#for x in rows}{#if x_isLast}[{name}]{/if}{/for}{/let}{/for}"));
        assertEquals("1 2 ", both("{#for name in rows}{name_count} {/for}"));
        assertEquals("一二outermost", both("{#for name in rows}{name.name}{/for}{name}"));
        assertEquals(
                "not this一",
                both("{#with rows.get(0)}{#for s in squares}{#if s_isFirst}{client}{name}{/if}{/for}{/with}"));
        assertEquals("none none ", both("{#for r in rows}{nowhere ?: 'none'} {/for}"));
        assertEquals("2 2 ", both("{#for r in rows}{rows.size} {/for}"));
    }

    @Test
    void aNameThatIsNowhereIsStillAnError() {
        TemplateException missed = assertThrows(
                TemplateException.class,
                () -> given(engine(new OuterNames()), "{#for r in rows}{nowhere}{/for}")
                        .render());
        assertTrue(String.valueOf(missed.getMessage()).contains("nowhere"), missed.getMessage());
    }

    @Test
    void otherResolversAreNotAskedForNamesOfOuterLevels() {
        AtomicInteger asked = new AtomicInteger();
        ValueResolver counting = ValueResolver.builder()
                .appliesTo(c -> {
                    asked.incrementAndGet();
                    return false;
                })
                .priority(10)
                .resolveWith("")
                .build();
        String said = engine(new OuterNames(), counting)
                .parse("{#for r in rows}{client}{/for}")
                .data("client", "c1")
                .data("rows", List.of("x", "y"))
                .render();
        assertEquals("c1c1", said);
        assertEquals(0, asked.get());
    }
}
