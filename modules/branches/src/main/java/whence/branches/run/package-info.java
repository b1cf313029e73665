/// Running a function on sets of values: which ways through it are possible under the evidence.
package whence.branches.run;
