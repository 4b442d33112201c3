package auditorium.files;

/** A row says that a file is kept, and where it should be there is nothing, or something else than its hash says. */
final class FileLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    FileLost(String message) {
        super(message);
    }
}
