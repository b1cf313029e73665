package whence.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The arrows between the rooms of the house (docs/architecture.md). They point one way.
@AnalyzeClasses(packages = "whence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    /// What each room may know besides itself and the rooms those know.
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("bytes", List.of()),
            Map.entry("evidence", List.of()),
            Map.entry("timeline", List.of("bytes", "evidence")),
            Map.entry("elf", List.of("bytes", "evidence")),
            Map.entry("logs", List.of("timeline")),
            Map.entry("traces", List.of("timeline")),
            Map.entry("symbols", List.of("elf", "timeline")),
            Map.entry("source", List.of("bytes", "evidence")),
            Map.entry("branches", List.of("source")),
            Map.entry("session", List.of("logs", "traces", "symbols", "branches")),
            Map.entry("trail", List.of("session")),
            Map.entry("report", List.of("trail")),
            Map.entry("cli", List.of("report")),
            Map.entry("app", List.of("cli")));

    @ArchTest
    static void every_room_knows_only_the_rooms_below_it(com.tngtech.archunit.core.domain.JavaClasses house) {
        for (String room : KNOWS.keySet()) {
            List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "org..", "com..", "tools..", "io.."));
            allowed.addAll(List.of("picocli..", "atlantafx..", "javafx..", "org.jspecify.."));
            reachable(room).forEach(known -> allowed.add("whence." + known + ".."));
            classes()
                    .that()
                    .resideInAPackage("whence." + room + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .because("an answer travels from the captured bytes to the report; a room that knows one above it "
                            + "makes the way back, and then neither can be understood or tested alone")
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @ArchTest
    static final ArchRule only_the_workbench_knows_the_toolkit = noClasses()
            .that(not(resideInAnyPackage("whence.app..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "org.fxmisc..", "atlantafx..")
            .because("the command line runs on servers without a display and must not pay for one");

    @ArchTest
    static final ArchRule the_reasoning_opens_no_file = noClasses()
            .that()
            .resideInAPackage("whence.trail..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(io\\.(File.*|RandomAccessFile)|nio\\.(file\\.Files|channels\\..*))"
                    + "|whence\\.bytes\\.MappedFile")
            .because("what the reasoning says must follow from the session alone, or a report could not be checked "
                    + "on another machine");

    @ArchTest
    static final ArchRule readers_of_a_session_do_not_print = noClasses()
            .that()
            .resideOutsideOfPackages("whence.cli..", "whence.app..", "whence.bench..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output belongs to the one document a command prints");

    private static List<String> reachable(String room) {
        List<String> all = new ArrayList<>(List.of(room));
        KNOWS.getOrDefault(room, List.of()).forEach(known -> all.addAll(reachable(known)));
        return all;
    }
}
