import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { reviewDecision } from '../../../../../seeds/reference/message-templates/review-decision.ts';
import type { MessageTemplateDefinition } from '../../../../../seeds/reference/message-templates/template.ts';
import { renderMessage } from '../message/render-message.ts';
import { decisionFields } from './decision-words.ts';
import { renderReviewLetter } from './render-review-letter.ts';
import type { ReviewLetter } from './review-letter.ts';

const letter: ReviewLetter = {
  id: 17,
  branch: {
    ...{ code: 'KC-SKA', name: 'KC Surakarta', city: 'Surakarta', address: 'Jl. Slamet Riyadi 999' },
    ...{ phone: '0271 700 000', head_name: 'Ratih Wardani', head_title: 'Kepala Cabang', timezone: 'Asia/Jakarta' },
  },
  kader: { code: 'SKA-012', name: 'Ahmad <i>{{kader.code}}</i>' },
  opened_on: '2022-01-03',
  due_on: '2022-01-17',
  evidence: 'Tiga bulan tanpa penerimaan.\n\nKeluarga binaan: 250.',
  answer: 'Saya sakit sejak Oktober.',
  answered_at: '2022-01-10T03:00:00Z',
  decision: 'continue',
  decision_note: 'Sudah sembuh.',
  follow_up_on: null,
  end: null,
  decided_at: '2022-01-28T18:00:00Z',
  decided_by: 'Ratih Penagihan',
  version: '0.1.0',
};

async function textOf(change: Partial<ReviewLetter> = {}): Promise<string> {
  const pdf = await renderReviewLetter({ ...letter, ...change });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

const [reference] = reviewDecision.filter(({ channel, language }) => channel === 'letter' && language === 'id-ID') as [
  MessageTemplateDefinition,
];

/** The letter as the reference template words it. */
async function wordedLetter(given: ReviewLetter, template: MessageTemplateDefinition = reference): Promise<Buffer> {
  const context = {
    branch: { ...given.branch, email: null },
    kader: { ...given.kader, district: null },
    review: { ...decisionFields(given, 'id-ID'), streak_from: null, streak_to: null, streak_months: null },
    recipient: { name: given.kader.name },
    today: '2022-02-05',
    instance: { link: null },
  };
  const settings = { locale: 'id-ID', timeZone: given.branch.timezone } as const;
  const { subject, html } = renderMessage(template, context, settings);
  return await renderReviewLetter(given, { title: subject ?? '', markup: html ?? '' });
}

const ended = { on: '2022-01-31', reason: 'health', families: { assigned: 231, released: 4 } } as const;
const bareBranch = { city: null, address: null, phone: null, head_name: null, head_title: null };

describe('the letter of a decision on a partnership', () => {
  it('tells the decision, its grounds, its basis and the kader’s own words, on the day of the branch', async () => {
    const text = await textOf();
    expect(text).toContain('Nomor: PK/KC-SKA/2022-01-29/17 · 29 Januari 2022');
    expect(text).toContain('Yth. Ahmad <i>{{kader.code}}</i>');
    expect(text).toContain('Setelah mempelajari dasarnya dan jawaban Anda');
    expect(text).toContain('Kemitraan dilanjutkan Tidak ada yang berubah');
    expect(text).toContain('Sudah sembuh.');
    expect(text).toContain('Tiga bulan tanpa penerimaan. Keluarga binaan: 250.');
    expect(text).toContain('Saya sakit sejak Oktober. Dicatat 10 Januari 2022, 10.00 WIB');
    expect(text).toContain('Yang memutuskan: Ratih Penagihan.');
    expect(text).toContain('Surakarta, 29 Januari 2022 Kepala Cabang Ratih Wardani');
  });

  it('says that nobody answered, and until when that was awaited', async () => {
    const text = await textOf({ answer: null, answered_at: null });
    expect(text).toContain('menunggu jawaban Anda');
    expect(text).toContain('Sampai 17 Januari 2022 tidak ada jawaban yang tercatat.');
  });

  it('names the day of follow-up, or the last day with where the families go', async () => {
    expect(await textOf({ decision: 'extend', follow_up_on: '2022-03-01' })).toContain(
      'dibicarakan lagi pada 1 Maret 2022',
    );
    const end = { on: '2022-01-31', reason: 'health', families: { assigned: 231, released: 0 } } as const;
    const text = await textOf({ decision: 'end', end });
    expect(text).toContain('Hari terakhir kemitraan 31 Januari 2022, karena kesehatan.');
    expect(text).toContain('Dari keluarga binaan Anda, 231 keluarga diserahkan kepada kader lain.');
    expect(text).not.toContain('tanpa kader');
  });

  it('is written without what the branch has not filled in', async () => {
    const bare = { city: null, address: null, phone: null, head_name: null, head_title: null };
    const text = await textOf({ branch: { ...letter.branch, ...bare }, decided_by: null, due_on: null });
    expect(text).toContain('sampaikan kepada kantor cabang.');
    expect(text).not.toContain('null');
  });

  it('has the same bytes for the same decision', async () => {
    const [one, other] = [await renderReviewLetter(letter), await renderReviewLetter(letter)];
    expect(one.equals(other)).toBe(true);
  });

  it.each([
    ['of a partnership that goes on', {}],
    ['of one that ends', { decision: 'end', end: ended }],
    [
      'to a kader who gave no answer',
      { answer: null, answered_at: null, decision: 'extend', follow_up_on: '2022-03-01' },
    ],
    ['of a branch that told nothing of itself', { branch: { ...letter.branch, ...bareBranch }, decided_by: null }],
  ] as [string, Partial<ReviewLetter>][])(
    'is the same to the byte in the reference template, %s',
    async (_, change) => {
      const given = { ...letter, ...change };
      expect((await wordedLetter(given)).equals(await renderReviewLetter(given))).toBe(true);
    },
  );

  it('is written as an administrator worded it', async () => {
    const own = { ...reference, subject: 'Putusan', html: '<h1>Putusan</h1><p>{{review.effect}}</p>' };
    const pdf = await wordedLetter(letter, own);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Putusan Tidak ada yang berubah');
    expect(text).not.toContain('Pertimbangan');
  });
});
