package io.lintel.gallery.bulk;

import io.lintel.fuzz.Fuzz;
import io.lintel.fuzz.ScratchFolder;
import io.lintel.gallery.TestGallery;
import java.time.ZoneOffset;

class PeopleFilesFuzzTest {

    private static final ImportLimits SMALL = new ImportLimits(100, 1 << 16, 1 << 20, 3, 1 << 20);

    @Fuzz
    void csv(byte[] input) {
        new PeopleCsv(ZoneOffset.UTC, TestGallery.NOON).read(input);
    }

    @Fuzz
    void zip(byte[] input) {
        try (ZipSource source = ZipSource.open(ScratchFolder.file("people.zip", input), SMALL)) {
            for (ImportFile file : source.files()) {
                source.head(file, 16);
                source.read(file, 1 << 20);
            }
        }
    }
}
