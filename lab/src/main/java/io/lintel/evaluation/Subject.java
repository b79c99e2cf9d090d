package io.lintel.evaluation;

import io.lintel.face.Embedding;

/**
 * One picture of a data set that gave an embedding.
 *
 * @param role of an LFW picture, or session of a NUAA one
 */
record Subject(String identity, String role, String path, Embedding embedding) {}
