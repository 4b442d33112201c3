package auditorium.readiness;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import auditorium.TestDatabase;
import auditorium.Visitor;
import auditorium.clients.NewFactory;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A factory's own bounds. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BoundsHttpTest {

    @Inject
    EntityManager entities;

    @Inject
    ClientScope scope;

    private static Map<String, String> bounds(String id, String ready, String near, String gap) {
        return Map.of("id", id, "ready", ready, "near", near, "gap", gap);
    }

    private long count(NewFactory factory, String sql) {
        return scope.inside(
                UUID.fromString(factory.id()),
                () -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    @Test
    void theManagerChangesThemAndTheBoardGoesByThemFromThenOn() {
        NewFactory factory = NewFactory.make();
        String it = factory.department("I1", "IT", "信息部");
        Visitor boss = factory.manager();
        // one of the department's requirements partly met: half of its weight, which is a failing square by the usual
        // bounds
        for (String key :
                boss.get(factory.at("/departments/" + it + "/walk")).asString().split("id=\"f-", -1)) {
            if (key.matches("(?s)[A-Z]{2}-[0-9]{2}\".*")) {
                boss.letter(
                                factory.at(
                                        "/departments/" + it + "/requirements/" + key.substring(0, 5) + "/responses"),
                                Map.of("id", Ids.next().toString(), "result", "PARTLY", "note", "一半"))
                        .then()
                        .statusCode(200);
            }
        }
        boss.get(factory.at("/readiness?standard=all"))
                .then()
                .body(containsString("就绪 95%，接近 80%，有缺口 65%"), containsString("cell is-fail"));
        boss.get(factory.at("/readiness-bounds")).then().statusCode(200).body(containsString("value=\"95\""));
        String id = Ids.next().toString();
        for (int i = 0; i < 2; i++) {
            boss.post(factory.at("/readiness-bounds"), bounds(id, "90", "45", "40%"))
                    .then()
                    .statusCode(303);
        }
        assertEquals(1, count(factory, "select count(*) from readiness_bounds"));
        boss.get(factory.at("/readiness?standard=all"))
                .then()
                .body(containsString("就绪 90%，接近 45%，有缺口 40%"), containsString("cell is-near"));
        boss.get(factory.at("/readiness-bounds"))
                .then()
                .body(containsString("就绪 90%，接近 45%，有缺口 40%"), containsString("厂长"));
    }

    @Test
    void boundsThatDoNotFallAreRefusedInWordsAndWhatWasTypedStays() {
        NewFactory factory = NewFactory.make();
        Visitor boss = factory.manager();
        boss.get(factory.at("/readiness-bounds"));
        for (String near : new String[] {"95", "99", "x<y", "", "1000"}) {
            boss.post(factory.at("/readiness-bounds"), bounds(Ids.next().toString(), "95", near, "65"))
                    .then()
                    .statusCode(422)
                    .body(containsString("三个数都要填"), containsString("value=\"" + near.replace("<", "&lt;") + "\""));
        }
        assertEquals(0, count(factory, "select count(*) from readiness_bounds"));
    }

    @Test
    void onlyTheFactorysOwnManagerSetsThemAndNobodyChangesWhatWasSet() {
        Visitor ehs = Visitor.withPassword("ehs");
        ehs.get(ehs.at("/readiness-bounds")).then().statusCode(403);
        Visitor consultant = Visitor.withPassword("consultant");
        String demo = Visitor.withPassword("manager").client();
        consultant.get("/c/" + demo + "/readiness-bounds").then().statusCode(403);
        NewFactory one = NewFactory.make();
        NewFactory other = NewFactory.make();
        other.manager().get(other.at("/readiness-bounds"));
        other.manager().get(one.at("/readiness-bounds")).then().statusCode(404);
        other.manager()
                .post(one.at("/readiness-bounds"), bounds(Ids.next().toString(), "90", "80", "70"))
                .then()
                .statusCode(404);
        other.manager()
                .post(other.at("/readiness-bounds"), bounds(Ids.next().toString(), "90", "80", "70"))
                .then()
                .statusCode(303)
                .header("Location", not(equalTo(null)));
        assertEquals(0, count(one, "select count(*) from readiness_bounds"));
        assertThrows(
                RuntimeException.class,
                () -> count(other, "with d as (delete from readiness_bounds returning 1) select count(*) from d"));
    }
}
