package io.lintel.evaluation.data;

import java.nio.file.Path;

/**
 * A picture and whom it shows.
 *
 * @param person as the data set names them
 * @param name of the picture in reports, its path below the data set's folder
 */
public record LabelledPicture(String person, String name, Path file, PictureRole role) {}
