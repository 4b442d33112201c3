package auditorium.platform.print;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The answer that carries a file. Its name may be Chinese; nobody but the reader may keep it. */
public final class Download {

    /** The media type of {@link Sheets}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String PDF = "application/pdf";

    private Download() {}

    /** A PDF, shown in the browser where it can. */
    public static Response pdf(byte[] bytes, String name) {
        return of(bytes, PDF, "inline", name);
    }

    /** Sheets, as bytes or as a {@link jakarta.ws.rs.core.StreamingOutput}. */
    public static Response xlsx(Object entity, String name) {
        return of(entity, XLSX, "attachment", name);
    }

    private static Response of(Object entity, String type, String how, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(entity, type)
                .header("Content-Disposition", how + "; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
