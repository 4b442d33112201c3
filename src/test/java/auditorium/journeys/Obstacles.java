package auditorium.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What axe finds on a page that would be in the way of keyboards, screen readers or weak eyes. */
final class Obstacles {

    static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private Obstacles() {}

    /**
     * The first few of each rule, as {@code page look: rule element}. Bars that stay while a page scrolls under them are put into the
     * page meanwhile: whatever one of them happens to cover, by the length of the words of that day, is a finger's stroke away.
     */
    static List<String> of(Page page, String look, UnaryOperator<AxeBuilder> rules) {
        page.evaluate("""
                () => document.body.querySelectorAll('*').forEach(e => {
                  if (['fixed', 'sticky'].includes(getComputedStyle(e).position)) e.style.position = 'static';
                })""");
        List<String> found = new ArrayList<>();
        // in legacy mode, or it opens a page of its own for each look, and no page of ours has frames
        rules.apply(new AxeBuilder(page))
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes().stream()
                        .limit(3)
                        .forEach(node -> found.add(page.url().replaceFirst("^https?://[^/]+", "") + " " + look + ": "
                                + rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
        page.evaluate(
                "() => document.body.querySelectorAll('[style]').forEach(e => e.style.removeProperty('position'))");
        return found;
    }
}
