package auditorium.commands;

import auditorium.access.Accounts;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** The part of {@link CreateAdminCommand} that needs the database. */
public class CreateAdmin implements QuarkusApplication {

    private final Accounts accounts;

    CreateAdmin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    @ActivateRequestContext
    public int run(String... args) {
        try {
            accounts.administrator(args[0], args[1], args[2]);
            System.out.println("administrator " + args[0] + " can sign in now");
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("auditorium: " + e.getMessage());
            return 1;
        }
    }
}
