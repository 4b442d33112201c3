package auditorium.commands;

import auditorium.files.StoreSettings;

/** The object store that an operator named, looked at before the application starts. */
final class Stores {

    private Stores() {}

    static StoreSettings settings() {
        return StoreSettings.of(name -> Databases.setting("auditorium.store." + name));
    }

    /** A store that is set up by half ends the program with one line for the operator, before anything is started. */
    static void requireWhole() {
        settings().problem().ifPresent(why -> {
            System.err.println("auditorium: " + why);
            System.exit(1);
        });
    }
}
