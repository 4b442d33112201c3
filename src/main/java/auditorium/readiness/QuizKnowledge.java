package auditorium.readiness;

import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.improvement.Knowledge;
import auditorium.improvement.domain.TrainingProof;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people showed in quizzes, by the mastery that is kept of each person and requirement. */
@ApplicationScoped
class QuizKnowledge implements Knowledge {

    private final EntityManager entities;
    private final Departments departments;
    private final Library library;

    QuizKnowledge(EntityManager entities, Departments departments, Library library) {
        this.entities = entities;
        this.departments = departments;
        this.library = library;
    }

    @Override
    public Optional<TrainingProof> since(UUID client, UUID department, String requirement, Instant since) {
        Catalogue catalogue = library.catalogue();
        Optional<Department> where = departments.findByIdOptional(department);
        List<Lesson> lessons = catalogue.lessonsTeaching(requirement);
        boolean asked = catalogue.questions().stream().anyMatch(q -> q.tests().contains(requirement));
        boolean workers = where.filter(d ->
                        lessons.stream().anyMatch(l -> l.audience().includes(d.kind(), false)))
                .isPresent();
        boolean leaders = where.filter(d ->
                        lessons.stream().anyMatch(l -> l.audience().includes(d.kind(), true)))
                .isPresent();
        if (!asked || (!workers && !leaders)) {
            return Optional.empty();
        }
        Object[] r = (Object[]) entities.createNativeQuery("""
                        select count(*), count(m.person_id), coalesce(sum(m.earned), 0), coalesce(sum(m.possible), 0)
                          from person p
                          left join mastery m on m.client_id = p.client_id and m.person_id = p.id and m.requirement = ?3 and m.updated_at > ?4
                         where p.client_id = ?1 and p.department_id = ?2 and p.left_on is null
                           and case when p.leads then cast(?5 as boolean) else cast(?6 as boolean) end""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, requirement)
                .setParameter(4, since)
                .setParameter(5, leaders)
                .setParameter(6, workers)
                .getSingleResult();
        TrainingProof proof = new TrainingProof(
                ((Number) r[0]).intValue(),
                ((Number) r[1]).intValue(),
                ((Number) r[2]).longValue(),
                ((Number) r[3]).longValue());
        return proof.people() == 0 ? Optional.empty() : Optional.of(proof);
    }
}
