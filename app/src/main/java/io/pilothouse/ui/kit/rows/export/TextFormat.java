package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a sheet can be written as. Words: `export.<ending>`.
public enum TextFormat {
    CSV("csv"),
    JSON("json"),
    MARKDOWN("md");

    /// The text, and what is to be known of it.
    ///
    /// @param guarded how many texts were given an apostrophe in front
    public record Written(String text, int guarded) {
        public Written(String text) {
            this(text, 0);
        }
    }

    private static final String NEGATIVE = "-(?:[0-9][0-9.,]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?";

    private final String ending;

    TextFormat(String ending) {
        this.ending = ending;
    }

    /// Of a file's name, without a dot.
    public String ending() {
        return ending;
    }

    public Written write(Sheet sheet) {
        return switch (this) {
            case CSV -> csv(sheet);
            case JSON -> new Written(json(sheet));
            case MARKDOWN -> new Written(markdown(sheet));
        };
    }

    /// RFC 4180, in UTF-8 without a mark at its beginning. A spreadsheet takes a text that begins like a formula for one,
    /// and such a name may be anyone's: an apostrophe in front says that it is text. That changes what is written, so it
    /// is counted and said; JSON has the text as it is.
    private static Written csv(Sheet sheet) {
        var lines = new ArrayList<String>();
        int guarded = 0;
        lines.add(
                line(
                        sheet.columns().stream()
                                .map(c -> (isFormula(c.title()) ? "'" : "") + c.title())
                                .toList()));
        for (var row : sheet.rows()) {
            var cells = new ArrayList<String>();
            for (var value : row) {
                boolean formula = isFormula(value);
                guarded += formula ? 1 : 0;
                cells.add((formula ? "'" : "") + Values.text(value));
            }
            lines.add(line(cells));
        }
        return new Written(lines.stream().collect(Collectors.joining("\r\n", "", "\r\n")), guarded);
    }

    private static boolean isFormula(Json value) {
        return !(value instanceof Json.Num) && isFormula(Values.text(value));
    }

    /// A negative number stays one; `+1` would lose its sign, and `-E1` is what stands in another cell. The wide signs
    /// are those of East Asian keyboards.
    private static boolean isFormula(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*")
                && !text.matches(NEGATIVE);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TextFormat::quoted).collect(Collectors.joining(","));
    }

    /// Also what holds a semicolon or a tab: where those part the columns, a spreadsheet would take what follows for a cell
    /// of its own, and so for a formula.
    private static String quoted(String text) {
        return text.matches("(?s).*[\",;\\t\\r\\n].*|\\s.*|.*\\s")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /// A list of objects; what is absent has no member.
    private static String json(Sheet sheet) {
        var ids = sheet.columns().stream().map(Sheet.Column::id).toList();
        var rows =
                sheet.rows().stream()
                        .map(
                                row ->
                                        Json.obj(
                                                IntStream.range(0, ids.size())
                                                        .boxed()
                                                        .flatMap(
                                                                i ->
                                                                        Stream.of(
                                                                                ids.get(i),
                                                                                row.get(i)))
                                                        .toArray()))
                        .toList();
        return JsonText.pretty(Json.of(rows)) + "\n";
    }

    private static String markdown(Sheet sheet) {
        var text = new StringBuilder();
        var columns = sheet.columns();
        text.append(
                piped(columns.stream().map(Sheet.Column::title).map(TextFormat::plain).toList()));
        text.append(piped(columns.stream().map(c -> c.number() ? "---:" : "---").toList()));
        for (var row : sheet.rows()) {
            text.append(piped(row.stream().map(Values::text).map(TextFormat::plain).toList()));
        }
        return text.toString();
    }

    private static String piped(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// Markdown would take some signs for its own; within a word an underscore is none.
    private static String plain(String text) {
        return text.replaceAll("[\\\\`*\\[\\]<>|#~]", "\\\\$0")
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_")
                .replaceAll("\\R", " ");
    }
}
