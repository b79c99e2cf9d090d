package io.lintel.evaluation.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.face.Embedding;
import io.lintel.face.QualityFlaw;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {

    private static final String FIRST = "a".repeat(64);
    private static final String SECOND = "b".repeat(64);
    private static final Embedding FACE = Embedding.of(new float[] {3, 4, 0});

    @TempDir
    Path folder;

    @Test
    void whatWasReadIsThereAfterARestart() {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "m")) {
            cache.put(FIRST, new Reading(250, 200, 41.5f, Set.of(QualityFlaw.BLURRED), List.of(FACE)));
            cache.put(SECOND, new Reading(10, 10, 0, Set.of(), List.of()));
        }
        try (EmbeddingCache again = EmbeddingCache.open(folder, "m")) {
            Reading reading = again.find(FIRST, 1).orElseThrow();
            assertThat(reading.eyeDistance()).isEqualTo(41.5f);
            assertThat(reading.flaws()).containsExactly(QualityFlaw.BLURRED);
            assertThat(reading.views().getFirst().values()).containsExactly(0.6f, 0.8f, 0);
            assertThat(again.find(SECOND, 7))
                    .as("no face is no face in any view")
                    .isPresent();
            assertThat(again.find(FIRST, 2)).as("fewer views than are needed").isEmpty();
        }
    }

    @Test
    void aRecordThatAKillLeftHalfWrittenIsCutOffAndTheRestGoesOn() throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "m")) {
            cache.put(FIRST, new Reading(1, 1, 1, Set.of(), List.of(FACE)));
            cache.put(SECOND, new Reading(1, 1, 1, Set.of(), List.of(FACE)));
        }
        Path file = folder.resolve("m.readings");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 3);
        }
        try (EmbeddingCache again = EmbeddingCache.open(folder, "m")) {
            assertThat(again.find(FIRST, 1)).isPresent();
            assertThat(again.find(SECOND, 1)).isEmpty();
            again.put(SECOND, new Reading(2, 2, 2, Set.of(), List.of(FACE)));
        }
        try (EmbeddingCache third = EmbeddingCache.open(folder, "m")) {
            assertThat(third.size()).isEqualTo(2);
            assertThat(third.find(SECOND, 1).orElseThrow().width()).isEqualTo(2);
        }
    }

    @Test
    void otherModelsKnowNothing() {
        try (EmbeddingCache cache = EmbeddingCache.open(folder, "m")) {
            cache.put(FIRST, new Reading(1, 1, 1, Set.of(), List.of(FACE)));
        }
        try (EmbeddingCache other = EmbeddingCache.open(folder, "n")) {
            assertThat(other.find(FIRST, 1)).isEmpty();
        }
    }
}
