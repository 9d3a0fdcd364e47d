-- An item can name an area of a plan and the agency it is shared with, or the source that is linked: SHARE_PLAN/housing/nav.
-- Each is decided, taken back and asked for by itself. Beside it stands what the form calls the agency.
ALTER TABLE consent_decision DROP CONSTRAINT consent_decision_item_check;
ALTER TABLE consent_decision ADD CONSTRAINT consent_decision_item_check CHECK (split_part(item, '/', 1)
    IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN', 'DATA_LINKAGE'));
ALTER TABLE consent_withdrawal DROP CONSTRAINT consent_withdrawal_item_check;
ALTER TABLE consent_withdrawal ADD CONSTRAINT consent_withdrawal_item_check CHECK (split_part(item, '/', 1)
    IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN', 'DATA_LINKAGE'));
ALTER TABLE consent_decision ADD counterpart text;
ALTER TABLE consent_standing ADD counterpart text;

-- What was said to each item of a form stood beside one decision for the kind; now it is the decision. Where the kind was
-- refused because one of its items was, nobody knows how long the others were to hold: they have run out, and are asked again.
INSERT INTO consent_decision (consent_id, item, given, valid_until, valid_months)
SELECT d.consent_id, d.item || substr(a.item, strpos(a.item, '/')), a.given,
       CASE WHEN NOT a.given THEN NULL WHEN d.given THEN d.valid_until ELSE c.signed_on END,
       CASE WHEN a.given AND d.given THEN d.valid_months END
FROM consent_answer a
JOIN consent c ON c.id = a.consent_id
JOIN consent_decision d ON d.consent_id = a.consent_id
    AND d.item = upper(replace(split_part(a.item, '/', 1), '-', '_'))
WHERE strpos(a.item, '/') > 0;
DELETE FROM consent_decision d USING consent_answer a
WHERE a.consent_id = d.consent_id AND strpos(a.item, '/') > 0
  AND d.item = upper(replace(split_part(a.item, '/', 1), '-', '_'));
DROP TABLE consent_answer;
