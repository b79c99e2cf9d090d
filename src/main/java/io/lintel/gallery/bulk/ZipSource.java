package io.lintel.gallery.bulk;

import io.lintel.gallery.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP file. Its pictures are unpacked one at a time, into memory and never to the disk, and never further than the limits
 * whatever the ZIP claims: no path in it can lead anywhere, and a bomb ends at the size of one photo.
 */
public final class ZipSource implements ImportSource {

    /** The code page of Explorer in Western Europe. */
    private static final Charset WINDOWS = Charset.forName("IBM850");

    /** With letters that the American code page has in the same places, and that no letters of Windows-1252 could be meant by, but for ß and á. */
    private static final Pattern WESTERN_NAME = Pattern.compile("[\\x20-\\x7EÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑß]*");

    private final ZipFile zip;
    private final List<ImportFile> files;
    private final ImportLimits limits;
    private long unpacked;

    private ZipSource(ZipFile zip, List<ImportFile> files, ImportLimits limits) {
        this.zip = zip;
        this.files = List.copyOf(files);
        this.limits = limits;
    }

    /** @throws GalleryException if it is no ZIP, is damaged, protected by a password or too large */
    public static ZipSource open(Path file, ImportLimits limits) {
        ZipDirectory.check(file, limits);
        try {
            return open(file, StandardCharsets.UTF_8, limits);
        } catch (ZipException | IllegalArgumentException e) {
            return openWithNamesOfWindows(file, limits, refusal(e));
        } catch (IOException e) {
            throw new GalleryException("The ZIP cannot be read", "check that this user may read it");
        }
    }

    private static ZipSource open(Path file, Charset names, ImportLimits limits) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), names);
        try {
            return new ZipSource(zip, list(zip, limits), limits);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Explorer writes a name such as Müller in the code page of DOS, without saying so. What gives no ordinary name was another code page. */
    private static ZipSource openWithNamesOfWindows(Path file, ImportLimits limits, GalleryException refusal) {
        try {
            ZipSource zip = open(file, WINDOWS, limits);
            if (areWestern(zip.files)) {
                return zip;
            }
            zip.close();
        } catch (IOException | IllegalArgumentException e) {
            // what was said about it first is what the person needs
        }
        throw refusal;
    }

    /** Japanese names come out as such letters, too, but as more of them than any Western name has. */
    private static boolean areWestern(List<ImportFile> files) {
        String all = files.stream().map(ImportFile::path).collect(Collectors.joining());
        long letters = all.codePoints().filter(Character::isLetter).count();
        long foreign = all.codePoints().filter(letter -> letter > 0x7F).count();
        return WESTERN_NAME.matcher(all).matches() && 4 * foreign <= letters;
    }

    private static GalleryException refusal(Exception e) {
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (why.contains("encrypted")) {
            return new GalleryException("The ZIP is protected by a password", "pack the pictures without one");
        }
        if (why.contains("bad entry name") || e instanceof IllegalArgumentException) {
            return new GalleryException(
                    "The ZIP holds file names that are not in Unicode", "pack it anew with a current program");
        }
        if (why.contains("compression method")) {
            return new GalleryException(
                    "The ZIP is packed by a method that is rarely used",
                    "pack it with the method Deflate, the usual one");
        }
        return new GalleryException("The ZIP is damaged", "pack or upload it again, the whole file");
    }

    private static List<ImportFile> list(ZipFile zip, ImportLimits limits) {
        if (zip.size() > limits.files()) {
            throw FolderSource.tooMany(limits);
        }
        List<ImportFile> files = new ArrayList<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith("\\"))
                .forEach(entry -> files.add(ImportFile.inZip(entry.getName())));
        files.sort(Comparator.comparing(ImportFile::path));
        return files;
    }

    @Override
    public List<ImportFile> files() {
        return files;
    }

    @Override
    public byte[] head(ImportFile file, int length) {
        return read(file, in -> in.readNBytes(length));
    }

    @Override
    public byte[] read(ImportFile file, int most) {
        byte[] bytes = read(file, in -> Bounded.read(in, most));
        unpacked += bytes.length;
        if (unpacked > limits.unpackedBytes()) {
            throw new GalleryException(
                    "The ZIP unpacks to more than " + (limits.unpackedBytes() >> 30) + " GB",
                    "import the rest in a ZIP of its own");
        }
        return bytes;
    }

    private byte[] read(ImportFile file, Bounded.Reading reading) {
        ZipEntry entry = zip.getEntry(file.stored());
        if (entry == null) {
            throw new GalleryException("It is not in the ZIP any more", "pack it anew");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return reading.of(in);
        } catch (IOException e) {
            throw new GalleryException("It is damaged inside the ZIP", "pack it anew");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
