package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.Recipient;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.ParticipantId;

/** With whom a person's plan may have been shared: those whom the newest answer to an item about sharing allows. */
@ApplicationScoped
public class Recipients {
    @Inject
    private ConsentForms forms;

    @Inject
    private Templates templates;

    /** By name. */
    public List<Recipient> of(ParticipantId participant) {
        Map<String, Recipient> found = new LinkedHashMap<>();
        Set<String> answered = new HashSet<>();
        for (ConsentForm form : forms.of(participant)) {
            TemplateVersionId version = form.version();
            if (version != null) {
                Map<String, Boolean> answers = form.answers();
                templates.find(version).map(TemplateVersion::content).stream()
                        .flatMap(content -> content.items().stream())
                        .filter(item -> isNamed(item) && answered.add(item.code()))
                        .filter(item -> Boolean.TRUE.equals(answers.get(item.code())))
                        .forEach(item -> found.put(item.code(), recipient(item)));
            }
        }
        return found.values().stream()
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
    }

    private static boolean isNamed(TemplateItem item) {
        return item.kind() == ConsentItem.SHARE_PLAN && item.counterpart() != null;
    }

    private static Recipient recipient(TemplateItem item) {
        return new Recipient(item.code(), String.valueOf(item.counterpart()));
    }
}
