package uk.muster.query.console.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every file that pages draw on: one stylesheet out of the GOV.UK Design System, the Ministry of Justice's patterns and Muster's own rules; scripts,
 * without which every page can be read; and the icon.
 */
public final class Assets {

    private static final String NOTICE =
            "/* GOV.UK Frontend and MoJ Frontend, (c) Crown Copyright, MIT licence, and Muster's own rules. */\n";

    private static final String WEBJARS = "META-INF/resources/webjars/";

    /** Parts of the Design System that no page has, which are two fifths of it. */
    private static final List<String> UNUSED = List.of(
            "govuk-accordion",
            "govuk-character-count",
            "govuk-cookie-banner",
            "govuk-date-input",
            "govuk-exit-this-page",
            "govuk-file-upload",
            "govuk-footer",
            "govuk-header",
            "govuk-password-input",
            "govuk-phase-banner",
            "govuk-tabs",
            "govuk-task-list");

    /** The Ministry's patterns that pages have. */
    private static final List<String> PATTERNS =
            List.of("moj-badge", "moj-scrollable-pane", "moj-sub-navigation", "moj-timeline");

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byPath;

    public Assets() {
        add("muster.css", "text/css", stylesheet());
        Stream.of("live.js", "as-of.js", "print.js").forEach(name -> add(name, "text/javascript", own(name)));
        add("muster.svg", "image/svg+xml", own("muster.svg"));
        byPath = byName.values().stream().collect(Collectors.toMap(Asset::path, asset -> asset));
    }

    /** The address of a file. */
    public String url(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No asset has this name.");
        }
        return asset.path();
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void add(String name, String type, String text) {
        byName.put(name, Asset.of(name, type + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String stylesheet() {
        String govuk = webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css");
        String moj = webjar("ministryofjustice__frontend", "moj/moj-frontend.min.css");
        return NOTICE
                + Css.withoutTransport(
                        Css.keep(govuk, selector -> UNUSED.stream().noneMatch(selector::contains))
                                + Css.keep(moj, selector -> PATTERNS.stream().anyMatch(selector::contains)))
                + own("muster.css");
    }

    private static String own(String name) {
        return text("console/assets/" + name);
    }

    private static String webjar(String artifact, String file) {
        Properties pom = new Properties();
        String place = "META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream in = open(place)) {
            pom.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text(WEBJARS + artifact + "/" + pom.getProperty("version") + "/" + file);
    }

    private static String text(String place) {
        try (InputStream in = open(place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String place) {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(place);
        if (in == null) {
            throw new IllegalStateException(place + " is not on the class path.");
        }
        return in;
    }
}
