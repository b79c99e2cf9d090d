package io.lintel.admin.now;

import io.lintel.admin.text.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What recognition sees in one picture, for a script to draw. Immutable.
 *
 * @param picture its number
 * @param text what goes on, in a few words
 */
@RegisterForReflection
record LiveOverlay(long picture, String text, List<Box> boxes) {

    /**
     * One face.
     *
     * @param x and the others: per cent of the picture
     * @param style granted, denied or empty
     */
    @RegisterForReflection
    record Box(double x, double y, double width, double height, String style, String title, String text) {

        private Box in(Language language) {
            return new Box(x, y, width, height, style, language.say(title), language.say(text));
        }
    }

    /** For the script, which shows the words as they are. */
    LiveOverlay in(Language language) {
        return new LiveOverlay(
                picture,
                language.say(text),
                boxes.stream().map(box -> box.in(language)).toList());
    }
}
