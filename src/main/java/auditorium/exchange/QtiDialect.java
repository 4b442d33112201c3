package auditorium.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** The two generations of QTI that we write: the same things under other names. */
enum QtiDialect {
    V21(
            "http://www.imsglobal.org/xsd/imsqti_v2p1",
            "http://www.imsglobal.org/question/qti_v2p1/rptemplates/",
            "",
            "http://www.imsglobal.org/xsd/imscp_v1p1",
            "QTIv2.1 Package",
            "1.0.0",
            "imsqti_item_xmlv2p1"),
    V30(
            "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
            "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
            ".xml",
            "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
            "QTI Package",
            "3.0.0",
            "imsqti_item_xmlv3p0");

    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    final String namespace;
    final String manifestNamespace;
    final String schema;
    final String schemaVersion;
    final String itemType;
    private final String templates;
    private final String templateEnding;

    QtiDialect(
            String namespace,
            String templates,
            String templateEnding,
            String manifestNamespace,
            String schema,
            String schemaVersion,
            String itemType) {
        this.namespace = namespace;
        this.templates = templates;
        this.templateEnding = templateEnding;
        this.manifestNamespace = manifestNamespace;
        this.schema = schema;
        this.schemaVersion = schemaVersion;
        this.itemType = itemType;
    }

    /** {@code simple-choice} as this dialect calls it. */
    String element(String name) {
        return this == V30 ? "qti-" + name : camel(name);
    }

    String attribute(String name) {
        return this == V30 ? name : camel(name);
    }

    String template(String name) {
        return templates + name + templateEnding;
    }

    private static String camel(String name) {
        return HYPHEN.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}
