package auditorium.files;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a picture for a decoder that may go on asking behind their end: some take each refusal for a zero and would do so for
 * hours over a picture of thirty bytes. After {@value #PATIENCE} of them it is told that the picture is broken.
 */
final class PictureInput extends ImageInputStreamImpl {

    private static final int PATIENCE = 10_000;

    private final byte[] bytes;
    private int refused;

    PictureInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        bitOffset = 0;
        if (most == 0) {
            return 0;
        }
        int some = (int) Math.min(most, bytes.length - streamPos);
        if (some <= 0) {
            return end();
        }
        System.arraycopy(bytes, (int) streamPos, into, from, some);
        streamPos += some;
        return some;
    }

    private int end() throws IOException {
        if (++refused > PATIENCE) {
            throw new IOException("the picture goes on behind its end");
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
