import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import type { AwardCertificate } from '../../documents/index.ts';

type Row = Omit<AwardCertificate, 'kader' | 'branch'> & {
  kader_code: string;
  kader_name: string;
  district: string | null;
  branch_code: string;
  branch_name: string;
} & Pick<AwardCertificate['branch'], 'city' | 'head_name' | 'head_title'>;

const question = `
  select a.id, a.title, a.words, a.reason, a.month, to_char(a.awarded_on, 'YYYY-MM-DD') as awarded_on,
    k.code as kader_code, k.name as kader_name, d.name as district,
    b.code as branch_code, b.name as branch_name, b.city, b.head_name, b.head_title
  from award a
  join kader k on k.id = a.kader
  join branch b on b.id = a.branch
  left join area d on d.id = k.district
  where a.id = :award`;

/** An award as its certificate tells it. */
export async function readCertificate(knex: Knex, award: Id): Promise<AwardCertificate> {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { award });
  const [row] = rows;
  if (row === undefined) throw new RangeError(`No award ${award}`);
  const { kader_code, kader_name, district, branch_code, branch_name, city, head_name, head_title, ...told } = row;
  return {
    ...told,
    kader: { code: kader_code, name: kader_name, district },
    branch: { code: branch_code, name: branch_name, city, head_name, head_title },
  };
}
