package io.lintel.service;

import java.nio.file.Path;

/**
 * A photo on the disk, given as a path or uploaded.
 *
 * @param name as its owner calls it, for answers
 */
public record PhotoFile(String name, Path file) {}
