package io.lintel.gallery.photo;

/** The kinds of files that people upload, told apart by their first bytes and never by their names. */
enum PhotoFormat {
    JPEG {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "\u00ff\u00d8\u00ff");
        }

        @Override
        PhotoSize inspect(PhotoBytes bytes) {
            return JpegHeader.inspect(bytes);
        }
    },
    PNG {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "\u0089PNG\r\n\u001a\n");
        }

        @Override
        PhotoSize inspect(PhotoBytes bytes) {
            return PngHeader.inspect(bytes);
        }
    },
    WEBP {
        @Override
        boolean fits(PhotoBytes bytes) {
            return bytes.has(0, "RIFF") && bytes.has(8, "WEBP");
        }

        @Override
        PhotoSize inspect(PhotoBytes bytes) {
            return WebpHeader.inspect(bytes);
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
        PhotoSize inspect(PhotoBytes bytes) {
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

    /** The size, once the file has proved to be whole. @throws PhotoException if it is cut short or of an unwanted kind */
    PhotoSize inspect(PhotoBytes bytes) {
        throw new PhotoException("This is " + refusedAs + ", not a JPEG, PNG or WebP photo", remedy);
    }

    static PhotoFormat of(PhotoBytes bytes) {
        for (PhotoFormat format : values()) {
            if (format.fits(bytes)) {
                return format;
            }
        }
        throw new PhotoException("This file is no picture that Lintel can read", "use a JPEG, PNG or WebP photo");
    }

    static PhotoException cutShort() {
        return new PhotoException("The photo is cut short", "copy or upload it again, the whole file");
    }
}
