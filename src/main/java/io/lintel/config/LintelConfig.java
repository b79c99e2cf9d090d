package io.lintel.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings as types. {@code config/lintel.properties} explains each; a test keeps the two equal. */
@ConfigMapping(prefix = "lintel")
public interface LintelConfig {

    Data data();

    Camera camera();

    Models models();

    interface Data {
        @WithDefault("data")
        Path folder();
    }

    interface Camera {
        @WithDefault("auto")
        String source();

        @WithDefault("1280")
        int width();

        @WithDefault("720")
        int height();

        @WithDefault("15")
        int framesPerSecond();

        @WithDefault("3s")
        Duration frozenAfter();

        @WithDefault("ffmpeg")
        String ffmpeg();
    }

    interface Models {
        Optional<Path> folder();
    }
}
