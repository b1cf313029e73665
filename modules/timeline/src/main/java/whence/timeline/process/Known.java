package whence.timeline.process;

import whence.evidence.Grade;

/// An event that says something about a task.
///
/// @param at its position in the timeline
/// @param grade observed where it stands in the artifact that was asked from, derived where another one's time says
/// that it came before, assumed where only the number of the task joins them
public record Known(int at, Grade grade) {}
