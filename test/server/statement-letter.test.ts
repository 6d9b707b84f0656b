import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { close, makePartner, makeProgramme, type Programme, pay, periodOf } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let kader: number;
let own: Client;
let month: string;
let statement: number;

interface Letter {
  status: number;
  type: string | null;
  disposition: string | null;
  bytes: Uint8Array;
}

async function fetchLetter(client: Client, path: string): Promise<Letter> {
  const response = await fetch(new URL(`/kader-jkn/statements/${path}`, app.url), {
    headers: client.token ? { authorization: `Bearer ${client.token}` } : {},
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    disposition: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/** All text of a PDF as a reader copies it, white space as single spaces. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

async function textFor(client: Client, query = ''): Promise<string> {
  const { status, bytes } = await fetchLetter(client, `${statement}/letter${query}`);
  expect(status, new TextDecoder().decode(bytes.slice(0, 300))).toBe(200);
  return textOf(bytes);
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, { rules: [{ kind: 'withholding', rate_bp: 500, share_bp: 5000, sort: 9 }] });
  await app.admin.patch(`/items/branch/${programme.branch}`, {
    city: 'Surakarta',
    address: 'Jl. Slamet Riyadi 999',
    phone: '0271 700 000',
    head_name: 'Ratih Wardani, S.E.',
    head_title: 'Kepala Cabang',
  });
  const partner = await makePartner(app, programme, 3, {
    name: 'Siti “Ayu” Nuraéni <b>{{net}}</b>',
    nik: '3372010101010012',
    bank_name: 'Bank Contoh',
    bank_account: '0012345678',
    bank_holder: 'Siti Nuraeni',
  });
  kader = partner.kader;
  own = await app.login('kader', { branch: programme.branch, kader });
  month = programme.months[1] ?? '';
  await close(app, programme, programme.months[0]);
  await pay(programme, partner.families[0], month, 140_000);
  await pay(programme, partner.families[1], month, 210_050);
  // Paid in the month before, which is closed: late, and paid out in this one.
  await pay(programme, partner.families[2], programme.months[0], 70_000);
  await close(app, programme, month);
  statement = (await app.knex('commission').where({ kader, month }).first('id')).id;
});

describe('the letter of a statement', () => {
  it('is a PDF under a telling name, for nobody else to keep', async () => {
    const { status, type, disposition, bytes } = await fetchLetter(programme.head, `${statement}/letter`);
    expect({ status, type }).toEqual({ status: 200, type: 'application/pdf' });
    expect(disposition).toMatch(new RegExp(`^inline; filename="imbal-jasa-${month}-[\\w-]+\\.pdf"$`));
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 8))).toBe('%PDF-1.7');
  });

  it('says in text what the statement says, in figures and in words', async () => {
    const kept = await app.knex('commission').where({ id: statement }).first();
    const text = await textFor(programme.head);
    // 15% of 140,000, 210,050 and 70,000: 21,000 + 31,508 + 10,500; 5% of half of it withheld
    expect(kept).toMatchObject({ gross: 63_008, withholding: 1_575, net: 61_433 });
    expect(text).toContain('Rp 63.008');
    expect(text).toContain('Rp 61.433 Enam puluh satu ribu empat ratus tiga puluh tiga rupiah');
    for (const { label, explanation } of kept.lines) {
      expect(text).toContain(label);
      expect(text).toContain(explanation);
    }
    expect(text).toContain('1 terlambat');
    expect(text).toContain(`IJ/KC-P`);
    expect(text).toContain('Jl. Slamet Riyadi 999 Surakarta · Telepon 0271 700 000');
    expect(text).toContain('Ratih Wardani, S.E.');
    expect(text).toContain('Halaman 1 dari');
  });

  it('names the late payments', async () => {
    const { id } = await app.knex('collection').where({ kader, late: true }).first('id');
    expect(await textFor(programme.head)).toMatch(new RegExp(`Pembayaran terlambat .* ${id} 5 .* Rp 70.000 Rp 10.500`));
  });

  it('writes a hostile name as it is, the account masked, and never the NIK', async () => {
    const text = await textFor(programme.head);
    expect(text).toContain('Siti “Ayu” Nuraéni <b>{{net}}</b>');
    expect(text).toContain('Bank Contoh ••••••5678');
    expect(text).not.toContain('0012345678');
    expect(text).not.toContain('3372010101010012');
  });

  it('speaks English when asked', async () => {
    const text = await textFor(programme.head, '?language=en');
    expect(text).toContain('Statement of imbal jasa');
    expect(text).toContain('Rp 61,433');
    expect(text).toContain('Page 1 of');
  });

  it('is dated by its data, and has the same bytes but for the moment printed', async () => {
    const [one, other] = [
      await fetchLetter(programme.head, `${statement}/letter`),
      await fetchLetter(programme.head, `${statement}/letter`),
    ];
    const { info } = await getMeta(await getDocumentProxy(one.bytes.slice()));
    const { closed_at } = await app.knex('period').where({ branch: programme.branch, month }).first('closed_at');
    expect(info['CreationDate']).toContain(closed_at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, ''));
    const unprinted = async ({ bytes }: Letter) => (await textOf(bytes)).replaceAll(/Dicetak [^·]+/g, '');
    expect(await unprinted(one)).toBe(await unprinted(other));
  });
});

describe('who may read the letter', () => {
  it('the kader their own, the staff and the auditor without the account', async () => {
    expect(await textFor(own)).toContain('Bank Contoh ••••••5678');
    const auditor = await app.login('auditor');
    for (const client of [programme.staff, auditor]) {
      const text = await textFor(client);
      expect(text).toContain('Rp 61.433');
      expect(text).not.toMatch(/5678|Bank Contoh/);
    }
  });

  it('nobody else: not another kader, another branch, telekolekting, an integration, or the public', async () => {
    const other = await makeProgramme(app);
    const { kader: colleague } = await makePartner(app, programme, 0);
    const denied: Record<string, Client> = {
      colleague: await app.login('kader', { branch: programme.branch, kader: colleague }),
      'another head': other.head,
      'another staff': other.staff,
      telekolekting: await app.login('telekolekting', { branch: programme.branch }),
      integration: await app.login('integration', { branch: programme.branch }),
    };
    for (const [who, client] of Object.entries(denied)) {
      const { status, body } = await client.get(`/kader-jkn/statements/${statement}/letter`);
      expect({ who, status, code: body.errors?.[0].extensions.code }).toEqual({
        who,
        status: 404,
        code: 'KADER_STATEMENT_UNKNOWN',
      });
    }
    expect((await app.public.get(`/kader-jkn/statements/${statement}/letter`)).status).toBe(401);
    expect((await programme.head.get('/kader-jkn/statements/999999/letter')).status).toBe(404);
    const { body } = await programme.head.get('/kader-jkn/statements/abc/letter');
    expect(body.errors[0].extensions).toMatchObject({ code: 'KADER_QUERY_INVALID', field: 'id' });
  });
});

describe('the letter of a draft', () => {
  const draftPath = (query: string) => `draft/letter?${query}`;

  it('tells the open month as it stands, marked as a draft and not to be signed', async () => {
    const open = programme.months[2];
    const { status, disposition, bytes } = await fetchLetter(programme.head, draftPath(`kader=${kader}&month=${open}`));
    expect(status, new TextDecoder().decode(bytes.slice(0, 300))).toBe(200);
    expect(disposition).toContain('-rancangan.pdf');
    const text = await textOf(bytes);
    expect(text).toContain('RANCANGAN');
    expect(text).toContain('belum bernomor');
    expect(text).toContain('Rp 0 Nol rupiah');
    expect(text).not.toContain('Ratih Wardani');
  });

  it('is that of a statement whose month was opened again', async () => {
    const period = await periodOf(app, programme, month);
    const { status } = await programme.head.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Salah catat' });
    expect(status).toBe(200);
    const text = await textFor(programme.head);
    expect(text).toContain('RANCANGAN');
    expect(text).toContain('Rp 61.433');
  });

  it('is shown to the kader themselves, to nobody who may not see their pay', async () => {
    const query = draftPath(`kader=${kader}&month=${month}`);
    const ownLetter = await fetchLetter(own, query);
    expect(ownLetter.status).toBe(200);
    expect(await textOf(ownLetter.bytes)).toContain('Bank Contoh ••••••5678');
    const { kader: colleague } = await makePartner(app, programme, 0);
    const denied: Record<string, Client> = {
      colleague: await app.login('kader', { branch: programme.branch, kader: colleague }),
      'another head': (await makeProgramme(app)).head,
      telekolekting: await app.login('telekolekting', { branch: programme.branch }),
      integration: await app.login('integration', { branch: programme.branch }),
    };
    for (const [who, client] of Object.entries(denied)) {
      const { status, body } = await client.get(`/kader-jkn/statements/${query}`);
      expect({ who, status, code: body.errors?.[0].extensions.code }).toEqual({
        who,
        status: 403,
        code: 'KADER_NOT_ALLOWED',
      });
    }
    expect((await app.public.get(`/kader-jkn/statements/${query}`)).status).toBe(401);
  });

  it('is refused for a closed month, and where nobody is named among several', async () => {
    const closed = await programme.head.get(
      `/kader-jkn/statements/draft/letter?kader=${kader}&month=${programme.months[0]}`,
    );
    expect(closed.body.errors[0].extensions.code).toBe('KADER_MONTH_CLOSED_ALREADY');
    const several = await programme.head.get(`/kader-jkn/statements/draft/letter?month=${month}`);
    expect(several.body.errors[0].extensions.code).toBe('KADER_STATEMENT_UNKNOWN');
  });
});
