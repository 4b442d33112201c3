package auditorium.platform;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as one SVG path: {@code size} is the side of its view box in modules, four of them margin all around. */
public record Qr(String path, int size) {

    private static final int MARGIN = 4;

    /** The smallest code that holds the text and bears some dirt. */
    public static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int from = -1;
            for (int x = 0; x <= code.size; x++) {
                boolean dark = x < code.size && code.getModule(x, y);
                if (dark && from < 0) {
                    from = x;
                } else if (!dark && from >= 0) {
                    int width = x - from;
                    path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h').append(width).append("v1h-").append(width).append('z');
                    from = -1;
                }
            }
        }
        return new Qr(path.toString(), code.size + 2 * MARGIN);
    }
}
