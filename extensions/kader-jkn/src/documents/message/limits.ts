/** How large a template and what it becomes may be: an author's slip costs a message, never the server. */
export const limits = {
  /** characters of a template's subject, html or text */
  source: 20_000,
  /** characters of a rendered message */
  output: 300_000,
  /** rounds of all `{{#each}}` together */
  rounds: 5_000,
  /** parts of a template written, rounds included */
  steps: 100_000,
  /** `{{#each}}` within each other */
  loops: 3,
  /** blocks of any kind within each other */
  blocks: 12,
  /** characters of a subject */
  subject: 200,
} as const;
