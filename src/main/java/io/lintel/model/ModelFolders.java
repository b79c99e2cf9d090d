package io.lintel.model;

import java.nio.file.Path;

/**
 * Where models lie.
 *
 * @param shipped the catalogue of Lintel's release and the files that it names; an upgrade replaces it
 * @param added the models that this site has added, in a catalogue of the same form; need not exist, no upgrade touches it
 */
public record ModelFolders(Path shipped, Path added) {}
