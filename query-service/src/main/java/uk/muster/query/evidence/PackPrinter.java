package uk.muster.query.evidence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints packs as PDF/A-2a: fonts and colours inside, tagged for screen readers, readable for as long as they must be kept. */
final class PackPrinter {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PackPrinter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("evidence/");
        resolver.setSuffix(".xhtml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    byte[] print(EvidencePack pack) {
        Context context = new Context(Locale.UK);
        context.setVariable("pack", pack);
        context.setVariable("words", new PackWords(pack));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useFont(() -> font("DejaVuSans.ttf"), "Sans", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "Sans", 700, FontStyle.NORMAL, true);
            builder.useFont(() -> font("DejaVuSansMono.ttf"), "Mono", 400, FontStyle.NORMAL, true);
            builder.withHtmlContent(templates.process("pack", context), null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PackPrinter.class.getResourceAsStream(FONTS + name));
    }
}
