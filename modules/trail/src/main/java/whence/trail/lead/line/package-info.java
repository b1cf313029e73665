/// The lines of all logs that may be worth explaining: read, folded into one of each message, and what their text says
/// about itself.
package whence.trail.lead.line;
