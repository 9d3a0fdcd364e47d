package no.tillit.consent.template.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.LetterSection;
import no.tillit.consent.template.LifeArea;
import no.tillit.consent.template.RichText;
import no.tillit.consent.template.RichTexts;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.Topic;
import no.tillit.consent.template.Validity;
import no.tillit.consent.template.Words;
import no.tillit.project.DataCategory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a template: the ready-made ones and the stored ones are written alike, see {@link TemplateWriter}. */
public final class TemplateXml {
    private TemplateXml() {}

    /** A ready-made template by its file name; sections marked {@code common} are taken from the file of that name. */
    public static TemplateContent resource(String name) {
        Element root = root(source(name));
        Element common = root(source("common"));
        for (Element section : children(root, "section")) {
            if (section.hasAttribute("common")) {
                Element shared = children(common, "section").stream()
                        .filter(s -> s.getAttribute("name").equals(section.getAttribute("common")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No common section for " + name));
                root.replaceChild(root.getOwnerDocument().importNode(shared, true), section);
            }
        }
        return content(root);
    }

    /** What {@link TemplateWriter#write} wrote. */
    public static TemplateContent read(String xml) {
        return content(root(xml));
    }

    private static String source(String name) {
        String file = "/no/tillit/consent/template/" + name + ".xml";
        try (InputStream in = TemplateXml.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A template is not as it was written", e);
        }
    }

    private static TemplateContent content(Element root) {
        Set<UUID> samples = new LinkedHashSet<>();
        for (String id : list(root, "samples")) {
            samples.add(UUID.fromString(id));
        }
        List<LetterSection> letter = children(root, "section").stream()
                .map(section -> new LetterSection(
                        constant(Topic.class, section.getAttribute("topic")),
                        words(section, "heading"),
                        texts(section)))
                .toList();
        RichTexts declaration = children(root, "declaration").stream()
                .findFirst()
                .map(TemplateXml::texts)
                .orElse(RichTexts.NONE);
        List<TemplateModule> modules = children(root, "module").stream()
                .map(module -> new TemplateModule(
                        words(module, "title"),
                        validity(module),
                        children(module, "item").stream().map(TemplateXml::item).toList()))
                .toList();
        return new TemplateContent(words(root, "title"), samples, validity(root), letter, declaration, modules);
    }

    private static TemplateItem item(Element item) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        list(item, "categories").forEach(name -> categories.add(constant(DataCategory.class, name)));
        return new TemplateItem(
                constant(ItemKind.class, item.getAttribute("kind")),
                item.hasAttribute("area") ? constant(LifeArea.class, item.getAttribute("area")) : null,
                item.hasAttribute("counterpart") ? item.getAttribute("counterpart") : null,
                item.getAttribute("mandatory").equals("yes"),
                words(item, "label"),
                words(item, "purpose"),
                categories,
                validity(item));
    }

    private static @Nullable Validity validity(Element element) {
        String valid = element.getAttribute("valid");
        if (valid.isEmpty()) {
            return null;
        }
        if (valid.equals("project")) {
            return Validity.UNTIL_PROJECT_END;
        }
        return valid.contains("-")
                ? new Validity(LocalDate.parse(valid), null)
                : new Validity(null, Integer.valueOf(valid));
    }

    private static Words words(Element parent, String attribute) {
        Function<FormLanguage, String> in = language -> children(parent, language.tag()).stream()
                .findFirst()
                .map(e -> e.getAttribute(attribute))
                .orElse("");
        return new Words(in.apply(FormLanguage.NB), in.apply(FormLanguage.NN), in.apply(FormLanguage.EN));
    }

    private static RichTexts texts(Element parent) {
        Function<FormLanguage, RichText> in = language -> children(parent, language.tag()).stream()
                .findFirst()
                .map(TemplateXml::inside)
                .map(RichText::new)
                .orElse(RichText.NONE);
        return new RichTexts(in.apply(FormLanguage.NB), in.apply(FormLanguage.NN), in.apply(FormLanguage.EN));
    }

    private static String inside(Element element) {
        var html = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                String name = child.getTagName();
                html.append('<')
                        .append(name)
                        .append('>')
                        .append(inside(child))
                        .append("</")
                        .append(name)
                        .append('>');
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                html.append(Sanitising.escape(node.getNodeValue().replaceAll("\\s+", " ")));
            }
        }
        return html.toString().replace("<br></br>", "<br />").replaceAll("> +<", "><");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<String> list(Element element, String attribute) {
        String value = element.getAttribute(attribute).strip();
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\s+", -1));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
