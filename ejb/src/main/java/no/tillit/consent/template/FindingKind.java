package no.tillit.consent.template;

/** What can be missing or wrong in a draft; none of it is left in a version that is published. */
public enum FindingKind {
    TITLE_MISSING("The letter has no title in this language."),
    TOPIC_MISSING("The letter has no section that tells this (GDPR Art 13)."),
    TEXT_MISSING("The heading or text of this section is missing in this language."),
    GAP_LEFT("There is still a gap in square brackets, or a name in braces that stands for nothing."),
    CONTROLLER_NOT_NAMED("The section on who is responsible does not name the approval's controller."),
    END_DATE_NOT_NAMED("The section on the end does not name the last day of processing in the approval."),
    CONFIDENTIALITY_MISSING(
            "The letter is for people with a duty of confidentiality and does not say what that means."),
    DECLARATION_MISSING("What the signature stands under is missing in this language."),
    SAMPLE_MISSING("The version is for no sample."),
    SAMPLE_NOT_APPROVED("The approval does not cover this sample."),
    NO_ITEMS("There is nothing to say yes to."),
    MODULE_EMPTY("A module has no items, or no heading in this language."),
    ITEM_TWICE("The item stands in the version twice."),
    ITEM_TEXT_MISSING("The words beside the boxes are missing in this language."),
    ITEM_PURPOSE_MISSING("The item does not say what it is for in this language."),
    ITEM_CATEGORIES_MISSING("The item does not say which kinds of data it lets in."),
    ITEM_CATEGORY_NOT_APPROVED("The item lets in a kind of data that the approval does not cover."),
    ITEM_METHOD_NOT_APPROVED("The item needs a method that the approval does not cover."),
    ITEM_COUNTERPART_MISSING("The item does not say with whom it is shared, or what it is linked with."),
    ITEM_AREA_MISSING("The item does not say which area of the plan is shared."),
    ITEM_WITHOUT_WHOLE(
            "The item is part of another one, such as the recording of the interview, that is not in the version."),
    ITEM_PART_MANDATORY("Nobody has to say yes to a part, such as the recording, to take part in the whole (O-05)."),
    VALID_TOO_LONG("A yes would hold longer than the approval."),
    VALID_PAST("A yes would have run out already."),
    APPROVAL_ENDED("The approval's last day of processing has passed."),
    REASK_MISSING("A new version says who is asked again.");

    private final String sentence;

    FindingKind(String sentence) {
        this.sentence = sentence;
    }

    /** What it says, in English. */
    public String sentence() {
        return sentence;
    }
}
