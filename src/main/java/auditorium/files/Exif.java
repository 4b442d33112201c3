package auditorium.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the one thing of a photo's metadata that is worth keeping: which way is up. */
final class Exif {

    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** 1 to 8 as the format defines it; 1, upright, for anything odd. */
    static int orientation(byte[] jpeg) {
        try {
            ByteBuffer b = ByteBuffer.wrap(jpeg);
            int at = 2;
            while ((b.getShort(at) & 0xFFFF) != 0xFFE1) {
                if ((b.get(at) & 0xFF) != 0xFF) {
                    return 1;
                }
                at += 2 + (b.getShort(at + 2) & 0xFFFF);
            }
            int tiff = at + 10;
            b.order(b.getShort(tiff) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff + b.getInt(tiff + 4);
            int entries = b.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((b.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    int value = b.getShort(entry + 8) & 0xFFFF;
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return 1;
        }
    }
}
