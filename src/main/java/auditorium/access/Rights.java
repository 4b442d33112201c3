package auditorium.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The one place that says who may do what. Roles decide about kinds of work; {@link #reach} decides about departments, and what is
 * out of reach is not found rather than refused, like a thing of another client.
 */
@ApplicationScoped
public class Rights {

    /** Anybody with a seat in the client. */
    public static final String LEARN = "learn";
    /** See how ready departments are, and what is being improved. */
    public static final String SEE_READINESS = "readiness:see";
    /** Say from which per cent on the factory calls something ready. */
    public static final String SET_BOUNDS = "readiness:bounds";
    /** Answer the checklist and open findings. */
    public static final String ANSWER = "readiness:answer";
    /** File evidence for the factory: its own people, never somebody from outside. */
    public static final String FILE_EVIDENCE = "evidence:file";
    /** Enter what a real audit found. */
    public static final String ENTER_FINDINGS = "finding:enter";
    /** Verify what somebody else has done. */
    public static final String VERIFY = "task:verify";
    /** Erase what is kept of people who have left. */
    public static final String ERASE = "person:erase";
    /** Issue and revoke certificates of training. */
    public static final String CERTIFY = "certificate:issue";
    /** Check the factory's record, take it away, and say who outside gets its daily end. */
    public static final String RECORD = "record:check";
    /** Say who has to learn what until when, and see how training stands. */
    public static final String ASSIGN = "training:assign";
    /** Plan, hold and close training in a room and talks on the line, within one's reach. */
    public static final String TRAIN = "training:deliver";
    /** The portfolio of clients. */
    public static final String PORTFOLIO = "portfolio:see";
    /** Check and reload content. */
    public static final String CONTENT = "content:manage";
    /** Look at the library from the inside: what covers what. */
    public static final String LIBRARY = "content:see";
    /** See the people of the departments in reach, and help workers who forgot their PIN. */
    public static final String SEE_PEOPLE = "people:see";
    /** Change a client's departments, people and their accounts. */
    public static final String MANAGE_PEOPLE = "people:manage";
    /** Make client factories, and give them their managers and consultants. */
    public static final String CLIENTS = "clients:manage";
    /** One's own account. */
    public static final String OWN_ACCOUNT = "account:own";

    /** Print quizzes with their keys: for those who train others. */
    public static final String PRINT_PAPERS = "papers:print";

    /** See how people in reach did in quizzes, and grant them more time or another attempt. */
    public static final String GRANT = "quiz:grant";

    /** Mark what people wrote. Names and departments are hidden until then, so it takes somebody who reaches all departments. */
    public static final String MARK = "essays:mark";

    /** How the questions of the quizzes work, in one factory: numbers without names. */
    public static final String ANALYSE = "questions:analyse";
    /** The same over all factories that one looks after. */
    public static final String ANALYSE_TOGETHER = "questions:analyse-together";

    /** Mark attempts anew after a key was corrected, in the factories that one looks after. */
    public static final String REGRADE = "attempts:regrade";

    /** Bring customers' checklists in, and decide what their lines ask for. */
    public static final String LISTS = "lists:manage";

    @PermissionChecker(LEARN)
    boolean learns(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> true);
    }

    @PermissionChecker(SEE_READINESS)
    boolean sees(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(SET_BOUNDS)
    boolean setsBounds(SecurityIdentity who, UUID client) {
        return seated(who, client, this::setsBounds);
    }

    /** Whether the seat may say what counts as ready: the factory itself, never somebody who comes to judge it. */
    public boolean setsBounds(Reader.Seat seat) {
        return seat.role() == Role.FACTORY_MANAGER;
    }

    @PermissionChecker(ANSWER)
    boolean answers(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(FILE_EVIDENCE)
    boolean filesEvidence(SecurityIdentity who, UUID client) {
        return seated(who, client, this::filesEvidence);
    }

    /** Whether the seat may file evidence: a consultant reads and checks it, and never adds to it. */
    public boolean filesEvidence(Reader.Seat seat) {
        return seat.role().sees() && seat.role() != Role.CONSULTANT;
    }

    @PermissionChecker(ENTER_FINDINGS)
    boolean entersFindings(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(LISTS)
    boolean managesLists(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> managesLists(seat));
    }

    /** Whether the seat may bring customers' lists in: whoever answers for the whole factory, or advises it. */
    public boolean managesLists(Reader.Seat seat) {
        return seat.role().reachesAll();
    }

    @PermissionChecker(VERIFY)
    boolean verifies(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(ERASE)
    boolean erases(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role() == Role.FACTORY_MANAGER);
    }

    @PermissionChecker(CERTIFY)
    boolean certifies(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(RECORD)
    boolean checksRecord(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(ASSIGN)
    boolean assigns(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(TRAIN)
    boolean trains(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(PRINT_PAPERS)
    boolean printsPapers(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(PORTFOLIO)
    boolean seesPortfolio(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader reader && reader.consultant();
    }

    @PermissionChecker(CONTENT)
    boolean managesContent(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader reader && reader.administrator();
    }

    @PermissionChecker(LIBRARY)
    boolean seesContent(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader reader && (reader.administrator() || reader.consultant());
    }

    @PermissionChecker(ANALYSE)
    boolean analyses(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(REGRADE)
    boolean regrades(SecurityIdentity who) {
        return analysesTogether(who);
    }

    @PermissionChecker(ANALYSE_TOGETHER)
    boolean analysesTogether(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader reader && (reader.administrator() || reader.consultant());
    }

    @PermissionChecker(GRANT)
    boolean grants(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(MARK)
    boolean marks(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(SEE_PEOPLE)
    boolean seesPeople(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().sees());
    }

    @PermissionChecker(MANAGE_PEOPLE)
    boolean managesPeople(SecurityIdentity who, UUID client) {
        return seated(who, client, seat -> seat.role().reachesAll());
    }

    @PermissionChecker(CLIENTS)
    boolean managesClients(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader reader && reader.administrator();
    }

    @PermissionChecker(OWN_ACCOUNT)
    boolean hasAccount(SecurityIdentity who) {
        return who.getPrincipal() instanceof Reader;
    }

    /** The roles that somebody may give in a client. An administrator gives a factory its managers and consultants only. */
    public Set<Role> givenBy(Reader who, UUID client) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (who.administrator()) {
            roles.add(Role.FACTORY_MANAGER);
            roles.add(Role.CONSULTANT);
        }
        who.seat(client).ifPresent(seat -> roles.addAll(seat.role().gives()));
        return roles;
    }

    /** Whether somebody may change a seat into another one. Nobody changes the own seat. */
    public boolean mayChange(Reader who, Member member) {
        return !own(who, member) && givenBy(who, member.client()).contains(member.role());
    }

    /** Whether somebody may suspend or end a seat. A factory ends its consultant's seat too, though it can't give it. */
    public boolean mayEnd(Reader who, Member member) {
        boolean ownConsultant = member.role() == Role.CONSULTANT
                && who.seat(member.client())
                        .map(s -> s.role() == Role.FACTORY_MANAGER)
                        .orElse(false);
        return !own(who, member) && (ownConsultant || mayChange(who, member));
    }

    /**
     * Whether somebody may give a new start code, which opens all that the account may enter: never for an administrator or for
     * somebody with a seat elsewhere, unless an administrator does it. A department's manager helps the department's workers.
     */
    public boolean mayReset(Reader who, Member member) {
        if (own(who, member)) {
            return false;
        }
        if (member.administrator() || member.elsewhere()) {
            return who.administrator();
        }
        boolean ownWorker = member.role() == Role.WORKER
                && who.seat(member.client())
                        .filter(s -> s.role() == Role.DEPARTMENT_MANAGER)
                        .flatMap(Reader.Seat::department)
                        .filter(d -> member.department().equals(Optional.of(d)))
                        .isPresent();
        return ownWorker || givenBy(who, member.client()).contains(member.role());
    }

    private static boolean own(Reader who, Member member) {
        return who.account().equals(member.account());
    }

    private static boolean seated(SecurityIdentity who, UUID client, Predicate<Reader.Seat> wanted) {
        return who.getPrincipal() instanceof Reader reader
                && reader.seat(client).filter(wanted).isPresent();
    }

    /** The department that the seat is confined to; empty when it reaches all. */
    public Optional<UUID> reach(Reader.Seat seat) {
        return seat.role().reachesAll()
                ? Optional.empty()
                : Optional.of(seat.department().orElse(NOWHERE));
    }

    /** Lets the seat through to a department, or says that there is no such thing. */
    public void requireReach(Reader.Seat seat, UUID department) {
        if (!reach(seat).map(department::equals).orElse(true)) {
            throw new NotFoundException();
        }
    }

    private static final UUID NOWHERE = new UUID(0, 0);
}
