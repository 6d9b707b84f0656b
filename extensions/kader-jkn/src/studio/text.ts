import type { StudioLocale } from './format.ts';

/** A text of ours: [Indonesian, English]; `{name}` is filled in. */
export type Text = readonly [id: string, en: string];
export type TextFill = Readonly<Record<string, string | number>>;

/** One of the two texts with its `{placeholders}` filled; an unknown placeholder stays as it is. */
export function fillText(text: Text, locale: StudioLocale, fill: TextFill = {}): string {
  return (locale === 'id-ID' ? text[0] : text[1]).replace(/\{(\w+)\}/g, (whole, name) => String(fill[name] ?? whole));
}
