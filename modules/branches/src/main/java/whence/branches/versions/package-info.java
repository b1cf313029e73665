/// Two versions of a function: their lines side by side, and the exits that differ.
package whence.branches.versions;
