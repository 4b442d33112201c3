package auditorium.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The matrix as pages, documents and sheets show it.
 *
 * @param columns courses or lessons
 * @param groups people by department, in the order of pinyin
 * @param page from 1; {@code pages} in all
 */
record MatrixView(
        List<Column> columns,
        List<Group> groups,
        Filter filter,
        int people,
        int from,
        int to,
        int page,
        int pages,
        int gapPeople,
        int gapLessons,
        int gapHours,
        String asOf,
        String until) {

    /** A course or lesson; {@code percent} of those who need it hold it. */
    record Column(String id, String code, String title, String percent) {}

    /** The people of a department that are on this page; {@code size} is how many work there. */
    record Group(String department, int size, List<Row> rows) {}

    /** A person. */
    record Row(UUID id, String name, String number, String job, List<Cell> cells) {}

    /** A square: standing and mark, a word for those who can't see the mark, and what is written in it. */
    record Cell(String standing, String mark, String word, String text) {}

    /** What was chosen. Choices are for the form; {@code query} repeats them in links. */
    record Filter(
            List<RulePages.Choice> departments,
            List<RulePages.Choice> columns,
            List<RulePages.Choice> standards,
            String requirement,
            boolean unknownRequirement,
            boolean untilAudit,
            Optional<String> audit,
            boolean gapsOnly,
            String query) {}
}
