package whence.timeline.process;

import whence.evidence.Grade;

/// Something that an event says about a task.
///
/// @param text what it says
/// @param at position of that event in the timeline
/// @param grade derived where the task itself is meant, or a task that it came from; assumed where only the number
/// joins the two over a long time
public record Said(String text, int at, Grade grade) {}
