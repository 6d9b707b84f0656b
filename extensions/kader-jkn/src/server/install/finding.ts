/** One thing that doctor looked at: `error` stops the work, `warning` should be looked at, `ok` is well. */
export interface Finding {
  level: 'ok' | 'warning' | 'error';
  text: string;
}
