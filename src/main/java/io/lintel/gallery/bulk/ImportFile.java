package io.lintel.gallery.bulk;

/** One file of an import. @param path inside the folder or ZIP, parts separated by slashes */
public record ImportFile(String path) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Files that systems leave everywhere. */
    boolean isLitter() {
        String name = name();
        return path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/")
                || name.startsWith(".") && !leadsAstray()
                || name.equalsIgnoreCase("Thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }

    boolean isCsv() {
        return name().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }

    /** Whether the path points out of the folder or ZIP: nothing is ever written, but an honest file has no such path. */
    boolean leadsAstray() {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.matches("(?s)[A-Za-z]:.*")
                || java.util.Arrays.asList(path.split("[/\\\\]")).contains("..");
    }

    /** Whose picture it is: the folder's name, or the file's where there is no folder. */
    String person() {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            int dot = path.lastIndexOf('.');
            return dot > 0 ? path.substring(0, dot) : path;
        }
        String folder = path.substring(0, slash);
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
