package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.LineSurvey;
import io.lintel.gallery.Gallery;
import io.lintel.service.CameraService;
import io.lintel.service.CameraTrial;
import io.lintel.service.FirstSteps;
import io.lintel.service.LineLevels;
import io.lintel.service.SettingsService;
import io.lintel.system.libc.LibC;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What leads an installer to a working door, and its settings. */
@Dependent
final class SetUpWiring {

    @Produces
    @Singleton
    FirstSteps firstSteps(LintelConfig config, Gallery gallery) {
        return new FirstSteps(config.data().folder(), () -> gallery.summary().persons() > 0);
    }

    @Produces
    @Singleton
    CameraTrial cameraTrial(LintelConfig config, CameraService camera) {
        return new CameraTrial(() -> SettingsMapper.camera(config), camera);
    }

    @Produces
    @Singleton
    LineLevels lineLevels(LintelConfig config) {
        return new LineLevels(
                new LineSurvey(LibC.system()),
                () -> Bias.valueOf(config.door().contactBias().name()));
    }

    @Produces
    @Singleton
    SettingsService settings(AuditLog audit, ImmediateSettings live) {
        return new SettingsService(
                audit,
                () -> StartSettings.current().map(StartSettings::resolved),
                SettingsCheck::check,
                ImmediateSettings::isLive,
                live::apply);
    }
}
