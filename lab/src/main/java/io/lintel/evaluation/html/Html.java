package io.lintel.evaluation.html;

/** Text for HTML and SVG. */
final class Html {

    private Html() {}

    /** Names of people and files may hold anything. */
    static String text(String any) {
        return any.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
