package whence.app.view.callers;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import whence.app.model.Printed;
import whence.app.model.Reached;

/// The rows below each other: statements, then ways from system calls, then callers, which open one level further
/// whenever somebody wants to know.
final class CallerTree {
    private static final CallerRow WAITING = CallerRow.heading("…", "");
    /// Ways that stand open at first.
    private static final int OPEN_WAYS = 1;

    private final CallersModel model;

    CallerTree(CallersModel model) {
        this.model = model;
    }

    TreeItem<CallerRow> root(CallersModel.Answer answer) {
        TreeItem<CallerRow> root = new TreeItem<>(CallerRow.heading("", ""));
        answer.printed().ifPresent(printed -> root.getChildren().add(statements(printed)));
        answer.reached().ifPresent(reached -> {
            root.getChildren().add(ways(reached));
            root.getChildren().add(callers(reached));
        });
        root.setExpanded(true);
        return root;
    }

    private static TreeItem<CallerRow> statements(Printed printed) {
        TreeItem<CallerRow> group = group(printed.sentence(), "");
        printed.statements().forEach(statement -> {
            TreeItem<CallerRow> item = new TreeItem<>(CallerRow.of(statement));
            statement.values().forEach(v -> item.getChildren().add(new TreeItem<>(CallerRow.heading(v, ""))));
            item.setExpanded(true);
            group.getChildren().add(item);
        });
        return group;
    }

    private static TreeItem<CallerRow> ways(Reached reached) {
        List<Reached.Way> all = reached.ways();
        String name = reached.function().name();
        if (reached.syscall() && all.isEmpty()) {
            return group(name + " is a system call itself", "programs call it");
        }
        TreeItem<CallerRow> group = all.isEmpty()
                ? group(
                        "No system call is seen to reach " + name,
                        "it may run at boot, in an interrupt or a kernel thread, or through a pointer that was not followed")
                : group(
                        (all.size() == 1 ? "1 system call" : all.size() + " system calls") + " can reach " + name,
                        "by names; calls by pasted names and from assembler are not seen");
        for (Reached.Way way : all) {
            TreeItem<CallerRow> item = new TreeItem<>(CallerRow.of(way));
            way.calls().forEach(call -> item.getChildren().add(new TreeItem<>(CallerRow.of(call, false))));
            item.setExpanded(group.getChildren().size() < OPEN_WAYS);
            group.getChildren().add(item);
        }
        return group;
    }

    private TreeItem<CallerRow> callers(Reached reached) {
        int count = reached.callers().size();
        TreeItem<CallerRow> group = group(
                (count == 0
                                ? "Nothing directly calls "
                                : count == 1 ? "1 function directly calls " : count + " functions directly call ")
                        + reached.function().name(),
                "");
        add(group, reached.callers());
        return group;
    }

    private void add(TreeItem<CallerRow> parent, List<Reached.Call> calls) {
        calls.forEach(call -> parent.getChildren().add(climbing(CallerRow.of(call, true))));
    }

    private TreeItem<CallerRow> climbing(CallerRow row) {
        TreeItem<CallerRow> item = new TreeItem<>(row);
        item.getChildren().add(new TreeItem<>(WAITING));
        item.expandedProperty().subscribe(open -> {
            if (open
                    && item.getChildren().size() == 1
                    && item.getChildren().getFirst().getValue().equals(WAITING)) {
                model.callers(row, replace(item));
            }
        });
        return item;
    }

    private Consumer<List<Reached.Call>> replace(TreeItem<CallerRow> item) {
        return calls -> {
            item.getChildren().clear();
            add(item, calls);
            if (calls.isEmpty()) {
                item.getChildren().add(new TreeItem<>(CallerRow.heading("no callers are seen", "")));
            }
        };
    }

    private static TreeItem<CallerRow> group(String text, String note) {
        TreeItem<CallerRow> group = new TreeItem<>(CallerRow.heading(text, note));
        group.setExpanded(true);
        return group;
    }
}
