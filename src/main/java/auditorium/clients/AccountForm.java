package auditorium.clients;

import auditorium.access.Accounts;
import auditorium.platform.Fields;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** What was typed about how a person is to sign in. */
public class AccountForm {

    @FormParam("role")
    @Nullable
    String role;

    @FormParam("login")
    @Nullable
    String login;

    @FormParam("department")
    @Nullable
    String department;

    /** The form as a page shows it. */
    record Values(String role, String login, String department) {
        static final Values BLANK = new Values("WORKER", "", "");
    }

    Values values() {
        return new Values(Fields.text(role, 30), Accounts.login(Fields.text(login, 80)), Fields.text(department, 40));
    }
}
