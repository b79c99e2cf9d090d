package io.lintel.model;

import java.util.List;

/**
 * The published file that a model is imported from.
 *
 * @param file its name, in the download folder and in a mirror folder
 * @param bytes its exact length; nothing longer is ever stored
 * @param sha256 of the file, lower-case hexadecimal
 * @param from where to get it, tried in this order
 */
public record SourceFile(String file, long bytes, String sha256, SourceFormat format, List<ModelSource> from) {}
