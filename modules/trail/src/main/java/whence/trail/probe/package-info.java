/// What to observe next, written for the tools that observe it.
package whence.trail.probe;
