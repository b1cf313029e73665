/// What commands have in common: their options, how sessions and sources are opened, and how a run ends.
package whence.cli.command.input;
