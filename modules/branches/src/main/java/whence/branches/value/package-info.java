/// Values as C has them: sets of integers with a width and a sign, types, layouts of structures.
package whence.branches.value;
