package auditorium.platform.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops markup whose single pieces are so long that a parser would have to hold them: it never looks at what they say. A piece is
 * a run of text, a tag with its attributes, a comment or a section.
 */
final class MarkupGuard extends FilterReader {

    /** Embedded pictures stand in files as one long run of text. */
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private static final int LONGEST_MARKUP = 1024 * 1024;

    private enum Within {
        TEXT,
        TAG,
        COMMENT,
        SECTION,
        INSTRUCTION
    }

    private Within within = Within.TEXT;
    private long length;
    private char quote;
    private final StringBuilder opening = new StringBuilder();
    private char last;
    private char lastButOne;

    MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = 0; i < n; i++) {
            pass(buffer[offset + i]);
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            pass((char) c);
        }
        return c;
    }

    private void pass(char c) throws Unreadable {
        if (++length > (within == Within.TEXT ? LONGEST_TEXT : LONGEST_MARKUP)) {
            throw new Unreadable("文件里有一段内容太长", "a single piece of this file is too long");
        }
        switch (within) {
            case TEXT -> {
                if (c == '<') {
                    enter(Within.TAG);
                    opening.setLength(0);
                }
            }
            case TAG -> inTag(c);
            case COMMENT -> leaveAfter(c, '-', '-');
            case SECTION -> leaveAfter(c, ']', ']');
            case INSTRUCTION -> leaveAfter(c, lastButOne, '?');
        }
        lastButOne = last;
        last = c;
    }

    private void inTag(char c) {
        if (opening.length() < 8) {
            opening.append(c);
            String start = opening.toString();
            if ("!--".equals(start)) {
                enter(Within.COMMENT);
            } else if ("![CDATA[".equals(start)) {
                enter(Within.SECTION);
            } else if ("?".equals(start)) {
                enter(Within.INSTRUCTION);
            }
        }
        if (within != Within.TAG) {
            return;
        }
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            enter(Within.TEXT);
        }
    }

    private void leaveAfter(char c, char first, char second) {
        if (c == '>' && last == second && lastButOne == first) {
            enter(Within.TEXT);
        }
    }

    private void enter(Within next) {
        within = next;
        length = 0;
        quote = 0;
    }
}
