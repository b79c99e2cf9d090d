/**
 * From faces to the door. {@link io.lintel.access.loop.VisionLoop} walks each frame through
 * {@link io.lintel.access.loop.FramePipeline}; {@link io.lintel.access.VisitRegistry} follows everybody in view
 * ({@code track}), collects what the frames say about each ({@code evidence}), and turns it into one
 * {@link io.lintel.access.Decision} a visit by {@link io.lintel.access.VerdictRule} and
 * {@link io.lintel.access.EntryRule} ({@code schedule}); {@link io.lintel.access.loop.DecisionExecutor} carries it out: audit row first, then
 * the relay. Why each number is what it is: docs/decisions/0050-when-the-door-opens.md.
 */
@NullMarked
package io.lintel.access;

import org.jspecify.annotations.NullMarked;
