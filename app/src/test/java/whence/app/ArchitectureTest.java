package whence.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "whence.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule models_know_no_nodes = noClasses()
            .that()
            .resideInAPackage("..app.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "whence.app.view..", "whence.app.rows..")
            .because("what is shown must be testable without showing it");

    @ArchTest
    static final ArchRule panes_know_no_session = noClasses()
            .that()
            .resideOutsideOfPackages("whence.app.session..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("whence.session..", "whence.source..", "whence.symbols..")
                    .or(resideInAPackage("whence.report..").and(not(simpleName("Lost")))))
            .because("panes ask a Capture, so that tests can make one by hand");

    @ArchTest
    static final ArchRule one_gate_to_the_JavaFX_thread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("whence.app.task.FxGate")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("work that comes back by itself cannot be dropped when it is stale");

    @ArchTest
    static final ArchRule one_class_knows_the_text_control = noClasses()
            .that()
            .resideOutsideOfPackage("whence.app.code..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
            .because("it is maintained by one person and may have to be replaced");

    @ArchTest
    static final ArchRule no_fxml = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.fxml..")
            .because("views are built in code");

    @ArchTest
    static final ArchRule panes_know_no_other_pane = noClasses()
            .that()
            .resideInAPackage("whence.app.view.trail..")
            .or()
            .resideInAPackage("whence.app.view.timeline..")
            .or()
            .resideInAPackage("whence.app.view.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("whence.app.view.call..", "whence.app.view.bytes..", "whence.app.view.shell..")
            .because("panes meet in the focus only");
}
