package whence.source.calls;

import java.util.Arrays;
import java.util.function.IntConsumer;
import whence.source.index.Image;
import whence.source.index.facts.FunctionHeads;
import whence.source.index.facts.Shard;
import whence.source.index.table.Ints;

/// The calls of a tree turned round: from a name to the functions in which it is called. Read from all shards once;
/// about 40 MB of heap for a whole kernel tree.
public final class CallEdges {
    /// Flags of a function that say who may call it and what it may call.
    private static final int OWN = FunctionHeads.STATIC | FunctionHeads.INIT | FunctionHeads.INIT_TOO;

    private final int[] names;
    private final int[] files;
    private final byte[] flags;
    private final Columns calls;
    private final Columns macros;
    private final Columns members;
    private final Columns handed;

    /// Lists of ints by key, for keys in no order.
    private static final class Columns {
        private final Ints keys = new Ints();
        private final Ints values = new Ints();
        private int[] ends = {};
        private int[] sorted = {};

        void add(int key, int value) {
            keys.add(key);
            values.add(value);
        }

        /// Sorts what was added into lists.
        void close(int keyCount) {
            ends = new int[keyCount + 1];
            for (int i = 0; i < keys.size(); i++) {
                ends[keys.get(i) + 1]++;
            }
            for (int key = 0; key < keyCount; key++) {
                ends[key + 1] += ends[key];
            }
            int[] next = Arrays.copyOf(ends, keyCount);
            sorted = new int[keys.size()];
            for (int i = 0; i < keys.size(); i++) {
                sorted[next[keys.get(i)]++] = values.get(i);
            }
            keys.clear();
            values.clear();
        }

        void each(int key, IntConsumer taker) {
            for (int i = ends[key]; i < ends[key + 1]; i++) {
                taker.accept(sorted[i]);
            }
        }

        int count(int key) {
            return ends[key + 1] - ends[key];
        }
    }

    public CallEdges(Image image) {
        int functions = image.firstFunction(image.files());
        names = new int[functions];
        files = new int[functions];
        flags = new byte[functions];
        calls = new Columns();
        macros = new Columns();
        members = new Columns();
        handed = new Columns();
        for (int file = 0; file < image.files(); file++) {
            read(image.shard(file), image.firstFunction(file), file);
        }
        int count = image.names().count();
        calls.close(count * 2);
        macros.close(count);
        members.close(count);
        handed.close(count);
    }

    private void read(Shard shard, int first, int file) {
        for (int function = 0; function < shard.functions(); function++) {
            names[first + function] = shard.name(function);
            files[first + function] = file;
            flags[first + function] = (byte) (shard.flags(function) & OWN);
            for (int call = shard.firstCall(function); call < shard.endCall(function); call++) {
                calls.add(shard.callee(call) * 2 + (shard.throughMember(call) ? 1 : 0), first + function);
            }
        }
        int[] inMacros = shard.macroCalls();
        for (int i = 0; i < inMacros.length; i += 2) {
            macros.add(inMacros[i + 1] >>> 1, inMacros[i]);
        }
        for (int i = 0; i < shard.references(); i++) {
            if (shard.referenceMember(i) >= 0) {
                members.add(shard.referenceName(i), shard.referenceMember(i));
            } else if (shard.referenceFunction(i) >= 0) {
                handed.add(shard.referenceName(i), first + shard.referenceFunction(i));
            }
        }
    }

    public int functions() {
        return names.length;
    }

    public int name(int function) {
        return names[function];
    }

    public int file(int function) {
        return files[function];
    }

    public boolean isStatic(int function) {
        return (flags[function] & FunctionHeads.STATIC) != 0;
    }

    /// Whether its code is gone once the kernel, or the module, has started.
    public boolean isInit(int function) {
        return (flags[function] & FunctionHeads.INIT) != 0;
    }

    /// Whether it may stay and yet call what is gone then.
    public boolean mayCallInit(int function) {
        return (flags[function] & FunctionHeads.INIT_TOO) != 0;
    }

    /// Functions that call a name.
    public void callers(int name, IntConsumer taker) {
        calls.each(name * 2, taker);
    }

    /// Functions that call a member of that name.
    public void callersOfMember(int member, IntConsumer taker) {
        calls.each(member * 2 + 1, taker);
    }

    public int memberCallers(int member) {
        return calls.count(member * 2 + 1);
    }

    /// Macros whose body calls a name.
    public void macros(int name, IntConsumer taker) {
        macros.each(name, taker);
    }

    /// Members that a name is stored in.
    public void members(int name, IntConsumer taker) {
        members.each(name, taker);
    }

    /// Functions that hand a name on as an argument.
    public void handedBy(int name, IntConsumer taker) {
        handed.each(name, taker);
    }
}
