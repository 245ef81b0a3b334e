/**
 * Phrases that docs/style.md asks authors to replace. Each entry has the pattern to count and the text to write
 * instead.
 */
export const MARKERS = [
  [/\b(?:tell|tells|told|telling)\b/gi, 'reports, returns, says, notifies'],
  [/\b(?:whoever|whomever|whom)\b/gi, 'the user who, users that'],
  [/\b(?:somebody|nobody|everybody)\b/gi, 'a user, no user, all users'],
  [
    /, for (?=(?:it|they|he|she|we|you|there|that|this|these|those|the|a|an|each|every|no|nothing|all|one)\b)/gi,
    'because',
  ],
  [/\banew\b/gi, 'again, new'],
  [/\bonce more\b/gi, 'again'],
  [/\blest\b/gi, 'so that … not'],
  [/\bheed(?:s|ed)?\b/gi, 'follow'],
  [/\blately\b/gi, 'recently'],
  [/\brightly\b/gi, 'correctly'],
  [/\bmeanwhile\b/gi, 'during that time, in between'],
  [/\b(?:stands?|stood) for\b/gi, 'means, represents'],
  [/\b(?:comes?|came) of\b/gi, 'results from'],
  [/\bmend(?:s|ed|ing)?\b/gi, 'fix'],
  [/\b(?:holds?|held|holding) (?:\w+ )?up\b/gi, 'delay'],
  [/\b(?:is|are|was|were) to (?:be|[a-z]+)\b(?! (?:and|or) from)/gi, 'must, should'],
  [/\bunless told(?: otherwise)?\b/gi, 'defaults to'],
  [/\b(?:so|as) many\b/gi, 'the number'],
  [/\bas they understand it\b/gi, 'as they expect it'],
];
