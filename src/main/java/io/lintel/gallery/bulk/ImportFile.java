package io.lintel.gallery.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One file of an import.
 *
 * @param path inside the folder or ZIP, parts separated by slashes
 * @param stored the same as its source knows it
 */
public record ImportFile(String path, String stored) {

    /** Of macOS, Windows, Linux, Android and of shared folders (netatalk); "Icon" of a Mac ends with a carriage return. */
    private static final Set<String> SYSTEM = Set.of(
            "__macosx",
            "icon\r",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "system volume information",
            "recycler",
            "found.000",
            "lost+found",
            "lost.dir",
            "network trash folder",
            "temporary items");

    private static final Set<String> PICTURES =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif", "tiff");

    /** What hidden folders and those of storage boxes, photo programs, office programs and wastebaskets begin with. */
    private static final String HIDDEN = ".@#$~";

    static ImportFile inFolder(String path) {
        return new ImportFile(path, path);
    }

    /** Windows programs write backslashes between folders, where APPNOTE 4.4.17.1 wants slashes; tar writes "./" before each name. */
    static ImportFile inZip(String name) {
        String path = name.replace('\\', '/').replaceAll("/{2,}", "/").replaceAll("(?s)(^|/)(?:\\./)+", "$1");
        return new ImportFile(path, name);
    }

    private List<String> parts() {
        return Arrays.asList(path.split("/"));
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Files that systems and programs leave everywhere: thumbnails, deleted pictures, notes of their own. */
    boolean isSystemFile() {
        return !escapesRoot() && parts().stream().anyMatch(ImportFile::isSystemFile);
    }

    private static boolean isSystemFile(String part) {
        // "Thumbs.db:encryptable": what is left of an NTFS file's second stream.
        String plain = part.toLowerCase(Locale.ROOT).split(":", 2)[0];
        return !part.isEmpty() && HIDDEN.indexOf(part.charAt(0)) >= 0 || SYSTEM.contains(plain);
    }

    private String ending() {
        String name = name();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    boolean isCsv() {
        return ending().equals("csv");
    }

    /** Whether somebody calls it a picture, whatever it holds. */
    boolean isNamedLikeAPicture() {
        return PICTURES.contains(ending());
    }

    /** Whether the path points out of the folder or ZIP: nothing is ever written, but an honest file has no such path. */
    boolean escapesRoot() {
        return path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || parts().contains("..");
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
