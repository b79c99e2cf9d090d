package io.lintel.gallery;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person is called: 1 to 200 characters of any script, in Unicode's composed form (NFC), without space around it; any
 * space inside is one blank.
 */
public record PersonName(String value) {

    public static final int LONGEST = 200;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACE = Pattern.compile("\\p{Zs}+");
    private static final Pattern SPACE_OR_BREAK = Pattern.compile("[\\s\\p{Z}]+");

    /** @throws GalleryException if it is empty, too long, or holds characters that do not show */
    public PersonName {
        value = SPACE.matcher(Normalizer.normalize(value, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        int length = value.codePointCount(0, value.length());
        if (length == 0 || length > LONGEST) {
            throw new GalleryException(
                    "A name has 1 to " + LONGEST + " characters, this one has " + length, "give a name of that length");
        }
        if (value.codePoints().anyMatch(PersonName::isForbidden)) {
            throw new GalleryException(
                    "The name holds control characters or such as turn the direction of writing",
                    "type the name anew instead of pasting it");
        }
        if (value.codePoints().noneMatch(PersonName::shows)) {
            throw new GalleryException("The name has no visible character", "give a name that can be read");
        }
    }

    /** The name without case and accents: "Zoë" and "ZOE" have the same. */
    public String searchKey() {
        return searchKey(value);
    }

    /**
     * What any text would have as a name: two names are the same here and everywhere if these are. Also what to look for in search keys to
     * find names that contain a text.
     */
    public static String searchKey(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = ACCENTS.matcher(
                        SPACE_OR_BREAK.matcher(composed).replaceAll(" ").strip())
                .replaceAll("");
        // Up and down again: "ß" and "SS" become one.
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            case Character.FORMAT -> !isPartOfWriting(c);
            default -> false;
        };
    }

    /** The format characters that some scripts (U+200C to U+200F) and emoji flags need. */
    private static boolean isPartOfWriting(int c) {
        return (c >= 0x200C && c <= 0x200F) || (c >= 0xE0020 && c <= 0xE007F);
    }

    private static boolean shows(int c) {
        return !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
    }

    @Override
    public String toString() {
        return value;
    }
}
