package io.lintel.gallery.photo;

import java.util.Optional;
import java.util.Set;

/** The kinds of files that people upload, told apart by their first bytes and never by their names. */
enum PhotoFormat {
    JPEG {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "\u00ff\u00d8\u00ff");
        }

        @Override
        PhotoHeader inspect(PhotoBytes bytes) {
            return JpegHeader.inspect(bytes);
        }
    },
    PNG {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "\u0089PNG\r\n\u001a\n");
        }

        @Override
        PhotoHeader inspect(PhotoBytes bytes) {
            return PngHeader.inspect(bytes);
        }
    },
    WEBP {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "RIFF") && bytes.has(8, "WEBP");
        }

        @Override
        PhotoHeader inspect(PhotoBytes bytes) {
            return WebpHeader.inspect(bytes);
        }
    },
    FILM("a film, or a photo that moves", "leave it out, or save one picture of it as JPEG") {
        @Override
        boolean fits(PhotoBytes bytes) {
            boolean quickTime = bytes.has(4, "moov") || bytes.has(4, "mdat") || bytes.has(4, "wide");
            return quickTime
                    || bytes.has(4, "ftyp") && !HEIF_BRANDS.contains(bytes.latin(8, 4))
                    || bytes.has(0, "RIFF") && bytes.has(8, "AVI ")
                    || bytes.has(0, "\u001a\u0045\u00df\u00a3");
        }
    },
    HEIF(
            "a HEIC or AVIF picture",
            "save it as JPEG; an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(4, "ftyp");
        }
    },
    PDF("a PDF document") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "%PDF");
        }
    },
    GIF("a GIF picture") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "GIF8");
        }
    },
    TIFF("a TIFF or camera raw picture") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "II*\0") || bytes.has(0, "MM\0*");
        }
    },
    ZIP("a ZIP archive") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "PK\3\4") || bytes.has(0, "PK\5\6");
        }

        @Override
        PhotoHeader inspect(PhotoBytes bytes) {
            throw new PhotoException(
                    "This is a ZIP archive or an office document, not a photo",
                    "unpack it and use the photos in it; many people at once are imported from one ZIP");
        }
    },
    BMP("a BMP picture") {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "BM");
        }
    };

    /** ISO/IEC 23008-12 (HEIF) and AVIF 1.1; every other "ftyp" is a film. */
    private static final Set<String> HEIF_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis");

    private final String refusedAs;
    private final String remedy;

    PhotoFormat() {
        this("");
    }

    PhotoFormat(String refusedAs) {
        this(refusedAs, "save it as JPEG and try again");
    }

    PhotoFormat(String refusedAs, String remedy) {
        this.refusedAs = refusedAs;
        this.remedy = remedy;
    }

    abstract boolean fits(PhotoBytes bytes);

    /** What its header says, once the file has proved to be whole. @throws PhotoException if it is cut short or of an unwanted kind */
    PhotoHeader inspect(PhotoBytes bytes) {
        throw new PhotoException("This is " + refusedAs + ", not a JPEG, PNG or WebP photo", remedy);
    }

    /** Empty for what is no picture or film of a known kind. */
    static Optional<PhotoFormat> find(PhotoBytes bytes) {
        for (PhotoFormat format : values()) {
            if (format.fits(bytes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static PhotoFormat of(PhotoBytes bytes) {
        if (bytes.length() == 0) {
            throw new PhotoException("This file is empty", "copy or upload it again, the whole file");
        }
        return find(bytes)
                .orElseThrow(() -> new PhotoException(
                        "This file is no picture that Lintel can read", "use a JPEG, PNG or WebP photo"));
    }

    static PhotoException cutShort() {
        return new PhotoException("The photo is cut short", "copy or upload it again, the whole file");
    }

    static PhotoException damaged() {
        return new PhotoException("The photo is damaged", "take or export it again");
    }
}
