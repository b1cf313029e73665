package whence.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-w-[a-z-]+):\\s*#([0-9a-fA-F]{6});");

    /// Each text with the grounds it stands on.
    private static final Map<String, List<String>> PAIRS = Map.ofEntries(
            Map.entry(
                    "-w-fg",
                    List.of(
                            "-w-bg",
                            "-w-bg-raised",
                            "-w-bg-odd",
                            "-w-selection-bg",
                            "-w-selection-idle-bg",
                            "-w-evidence-bg",
                            "-w-badge-bg",
                            "-w-exit-survives-bg",
                            "-w-exit-unknown-bg",
                            "-w-diff-added-bg",
                            "-w-diff-removed-bg",
                            "-w-diff-changed-bg",
                            "-w-diff-word-bg")),
            Map.entry(
                    "-w-fg-quiet",
                    List.of(
                            "-w-bg",
                            "-w-bg-raised",
                            "-w-bg-odd",
                            "-w-selection-bg",
                            "-w-selection-idle-bg",
                            "-w-evidence-bg")),
            Map.entry("-w-accent", List.of("-w-bg", "-w-bg-raised")),
            Map.entry(
                    "-w-severity-error",
                    List.of("-w-bg", "-w-bg-odd", "-w-bg-raised", "-w-selection-bg", "-w-selection-idle-bg")),
            Map.entry(
                    "-w-severity-warn",
                    List.of("-w-bg", "-w-bg-odd", "-w-bg-raised", "-w-selection-bg", "-w-selection-idle-bg")),
            Map.entry("-w-grade-observed", List.of("-w-badge-bg")),
            Map.entry("-w-grade-derived", List.of("-w-badge-bg")),
            Map.entry("-w-grade-assumed", List.of("-w-badge-bg")),
            Map.entry("-w-exit-survives", List.of("-w-bg-raised", "-w-exit-survives-bg")),
            Map.entry("-w-exit-fallen", List.of("-w-bg-raised", "-w-exit-fallen-bg")),
            Map.entry("-w-exit-unknown", List.of("-w-bg-raised", "-w-exit-unknown-bg")),
            Map.entry(
                    "-w-code-keyword",
                    List.of("-w-bg", "-w-exit-survives-bg", "-w-diff-added-bg", "-w-diff-changed-bg")),
            Map.entry("-w-code-string", List.of("-w-bg", "-w-exit-survives-bg", "-w-diff-added-bg")),
            Map.entry(
                    "-w-code-comment",
                    List.of(
                            "-w-bg",
                            "-w-selection-bg",
                            "-w-exit-survives-bg",
                            "-w-diff-added-bg",
                            "-w-diff-removed-bg",
                            "-w-diff-changed-bg")),
            Map.entry("-w-code-number", List.of("-w-bg", "-w-exit-survives-bg", "-w-diff-added-bg")),
            Map.entry(
                    "-w-code-macro",
                    List.of(
                            "-w-bg",
                            "-w-exit-survives-bg",
                            "-w-diff-added-bg",
                            "-w-diff-changed-bg",
                            "-w-diff-word-bg")));

    private static Map<String, Integer> tokens(Theme theme) throws IOException {
        String path = "/whence/themes/" + theme.word() + ".css";
        try (InputStream sheet = ContrastTest.class.getResourceAsStream(path)) {
            String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Integer> tokens = new TreeMap<>();
            for (Matcher found = TOKEN.matcher(text); found.find(); ) {
                tokens.put(found.group(1), Integer.parseInt(found.group(2), 16));
            }
            return tokens;
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void every_text_can_be_read_on_every_ground_it_stands_on(Theme theme) throws IOException {
        Map<String, Integer> tokens = tokens(theme);
        double wanted = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
        List<String> tooWeak = new ArrayList<>();
        PAIRS.forEach((text, grounds) -> grounds.forEach(ground -> {
            double ratio = contrast(tokens.get(text), tokens.get(ground));
            if (ratio < wanted) {
                tooWeak.add(String.format(java.util.Locale.ROOT, "%s on %s %.2f", text, ground, ratio));
            }
        }));
        assertEquals(List.of(), tooWeak);
    }

    @Test
    void all_themes_have_the_same_names() throws IOException {
        for (Theme theme : Theme.values()) {
            assertEquals(tokens(Theme.LIGHT).keySet(), tokens(theme).keySet(), theme.word());
        }
    }

    @Test
    void the_workbench_sheet_names_no_colour_itself() throws IOException {
        try (InputStream sheet = ContrastTest.class.getResourceAsStream("/whence/themes/workbench.css")) {
            String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(!text.matches("(?s).*#[0-9a-fA-F]{3,6}[ ;].*"), "a literal colour");
            for (Matcher used = Pattern.compile("-w-[a-z-]+").matcher(text); used.find(); ) {
                assertTrue(tokens(Theme.LIGHT).containsKey(used.group()), used.group());
            }
        }
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// Relative luminance as WCAG 2 defines it.
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
