package auditorium.library;

import auditorium.library.content.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;

/** One language of a lesson: splits it into cards and turns each into safe HTML with its pictures inside. */
final class LessonText {

    /** A card in one language, with what the checks compare between languages. */
    record CardText(
            String id,
            Card.Kind kind,
            String title,
            String html,
            String plain,
            String markdown,
            int line,
            int items,
            int pictures) {}

    private static final Pattern HEADING = Pattern.compile("## (.+?) *\\{#([a-z0-9-]+) +\\.([a-z]+)} *");
    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().extensions(TABLES).build();

    private final String file;
    private final Pictures pictures;
    private final ContentReport report;
    private final HtmlRenderer renderer;
    private int line;

    LessonText(String file, Pictures pictures, ContentReport report) {
        this.file = file;
        this.pictures = pictures;
        this.report = report;
        this.renderer = renderer();
    }

    List<CardText> cards(String markdown) {
        List<CardText> cards = new ArrayList<>();
        String[] lines = markdown.split("\n", -1);
        int start = 0;
        while (start < lines.length && !lines[start].startsWith("## ")) {
            if (!lines[start].isBlank()) {
                report.error(file, start + 1, "this stands before the first card");
            }
            start++;
        }
        while (start < lines.length) {
            int end = start + 1;
            while (end < lines.length && !lines[end].startsWith("## ")) {
                end++;
            }
            card(lines, start, end, cards);
            start = end;
        }
        if (cards.isEmpty()) {
            report.error(file, 1, "this lesson has no cards");
        }
        return cards;
    }

    private void card(String[] lines, int start, int end, List<CardText> cards) {
        Matcher heading = HEADING.matcher(lines[start]);
        if (!heading.matches()) {
            report.error(file, start + 1, "a card's heading ends with its id and kind: ## Title {#id .rule}");
            return;
        }
        Card.Kind kind;
        try {
            kind = Card.Kind.valueOf(heading.group(3).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            report.error(file, start + 1, "“" + heading.group(3) + "” is no kind of card");
            kind = Card.Kind.RULE;
        }
        String id = heading.group(2);
        if (cards.stream().anyMatch(c -> c.id().equals(id))) {
            report.error(file, start + 1, "another card has the id “" + id + "”");
        }
        String body =
                String.join("\n", Arrays.asList(lines).subList(start + 1, end)).strip();
        if (body.isEmpty()) {
            report.error(file, start + 1, "this card is empty");
        }
        Node document = PARSER.parse(body);
        Inspection inspection = new Inspection(start + 2);
        document.accept(inspection);
        line = start + 2;
        cards.add(new CardText(
                id,
                kind,
                heading.group(1).strip(),
                renderer.render(document),
                PLAIN.render(document),
                body,
                start + 1,
                inspection.items,
                inspection.images));
    }

    /** One renderer for all cards of the file; {@link #line} says where the card begins that is being rendered. */
    private HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new org.commonmark.renderer.NodeRenderer() {
                    @Override
                    public java.util.Set<Class<? extends Node>> getNodeTypes() {
                        return java.util.Set.of(Image.class);
                    }

                    @Override
                    public void render(Node node) {
                        picture((Image) node, context.getWriter(), line);
                    }
                })
                .attributeProviderFactory(context -> (AttributeProvider) LessonText::attributes)
                .build();
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if ("table".equals(tag)) {
            attributes.put("class", "data");
        }
    }

    private void picture(Image image, HtmlWriter out, int line) {
        StringBuilder alt = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                alt.append(text.getLiteral());
            }
        });
        if (alt.toString().isBlank()) {
            report.error(
                    file,
                    line,
                    "the picture “" + image.getDestination() + "” has no words for people who can't see it");
        }
        pictures.named(file, line, image.getDestination())
                .ifPresent(svg -> out.raw(Pictures.inPage(svg, alt.toString())));
    }

    /** Counts what both languages must have alike, and refuses raw HTML and links out. */
    private final class Inspection extends AbstractVisitor {
        private final int firstLine;
        private int items;
        private int images;

        Inspection(int firstLine) {
            this.firstLine = firstLine;
        }

        @Override
        public void visit(HtmlBlock html) {
            report.error(file, firstLine, "a lesson has no raw HTML");
        }

        @Override
        public void visit(HtmlInline html) {
            report.error(file, firstLine, "a lesson has no raw HTML");
        }

        @Override
        public void visit(Link link) {
            report.error(file, firstLine, "a lesson has no links: “" + link.getDestination() + "”");
        }

        @Override
        public void visit(Image image) {
            images++;
        }

        @Override
        public void visit(org.commonmark.node.ListItem item) {
            items++;
            visitChildren(item);
        }
    }
}
