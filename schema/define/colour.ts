/** Colours of choices: blue for done, its pale form for due, amber for a warning, red for a review, grey for what does not count. */
export const colour = {
  blue: '#2B6CB0',
  pale: '#90B4DE',
  teal: '#2C7A7B',
  amber: '#B7791F',
  red: '#C53030',
  grey: '#718096',
} as const;
