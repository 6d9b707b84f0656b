import { describe, expect, it } from 'vitest';
import { dashboards } from '../dashboards.ts';
import { flows } from '../flows.ts';
import { englishWords } from './english.ts';

describe('englishWords', () => {
  it('has every name and note of the dashboards, and the name of every button', () => {
    const said = dashboards.flatMap(({ name, note, panels }) => [
      name,
      note,
      ...panels.flatMap((panel) => [panel.name, panel.note ?? '']),
    ]);
    const buttons = flows.filter(({ trigger }) => trigger === 'manual').map(({ name }) => name);
    // the word monev is the same in both languages
    const missing = [...said, ...buttons].filter((text) => text !== '' && text !== 'Monev' && !(text in englishWords));
    expect(missing).toEqual([]);
  });
});
