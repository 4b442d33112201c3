package auditorium.courses;

import auditorium.platform.Text;
import auditorium.records.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What learning keeps about people. */
@Singleton
class CourseHoldings {

    @Produces
    @Singleton
    Holding cards() {
        return Holding.of(
                        new Text("看过的课文", "Lessons opened"),
                        new Text("记住你读到哪里，只有你能看到。", "To remember how far you read. Nobody else sees it."),
                        """
                        select lesson, count(*) as cards, min(seen_at) as first_seen, max(seen_at) as last_seen
                          from card_seen where client_id = current_client() and person_id = :person group by lesson order by lesson""")
                .column("lesson", "课", "Lesson")
                .column("cards", "看过几页", "Cards")
                .column("first_seen", "最早", "First")
                .column("last_seen", "最近", "Last");
    }

    @Produces
    @Singleton
    Holding lessonsRead() {
        return Holding.of(
                        new Text("读完的课", "Lessons read"),
                        new Text(
                                "培训记录，主管能看到，审核时可能出示。",
                                "Training record. Your managers see it, and it may be shown in an audit."),
                        """
                        select lesson, completed_at from lesson_completion where client_id = current_client() and person_id = :person order by completed_at desc""")
                .column("lesson", "课", "Lesson")
                .column("completed_at", "读完", "Read");
    }
}
