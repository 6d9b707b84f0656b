import { roleIds } from '../../contract/access.ts';
import type { EligibilityAnswer, FamilyEligibility } from '../../contract/assignments.ts';
import type { Id } from '../../contract/records.ts';
import { type Eligibility, kaderEligibility, teleEligibility } from '../../core/eligibility.ts';
import { eligibilityWords } from '../../core/eligibility-words.ts';
import { dateOf } from '../../core/period.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readLoads } from './read-loads.ts';
import { readPolicy } from './read-policy.ts';

const familyFields = ['branch', 'kader', 'area', 'status', 'source', 'owed_months'];

/**
 * Whose a family is today, with the caller's own rights: a kader's, telekolekting's, both or nobody's, each with its why.
 * Refused as KADER_BINAAN_UNKNOWN where the caller may not see the family.
 */
export async function familyEligibility(desk: Desk, id: Id): Promise<FamilyEligibility> {
  const family = await visibleRecord(desk, 'binaan', id, familyFields);
  const branch = family && (await visibleRecord(desk, 'branch', family['branch'], ['timezone']));
  if (!family || !branch) throw refusal('KADER_BINAAN_UNKNOWN');
  const today = dateOf(desk.now(), branch['timezone']);
  const policy = await readPolicy(desk.knex, family['branch'], today);
  const loads = await readLoads(desk.knex, family['branch'], today);
  // whoever holds the family is asked for their desa; for a family that nobody holds, every kader who might
  const asked = loads.filter((one) => (family['kader'] === null ? one.available : one.id === family['kader']));
  const whose = {
    status: family['status'],
    owed_months: family['owed_months'],
    source: family['source'],
    area: family['area'],
  };
  const answer = (eligibility: Eligibility, by: 'kader' | 'tele'): EligibilityAnswer => ({
    eligible: eligibility.eligible,
    priority: eligibility.priority,
    why: eligibilityWords(eligibility, by, whose, policy),
  });
  const near = loads
    .filter(({ available, desa }) => available && desa.includes(family['area']))
    .sort((one, other) => one.families - other.families)
    .map(({ id: kader, name, code, families }) => ({
      id: kader,
      name,
      code,
      families,
      capacity: policy.families_per_kader,
    }));
  return {
    kader: answer(
      kaderEligibility(
        whose,
        asked.flatMap(({ desa }) => desa),
        policy,
      ),
      'kader',
    ),
    telekolekting: answer(teleEligibility(whose, policy), 'tele'),
    near: entrusts(desk) ? near : null,
  };
}

/** What kader hold is seen by those who give them families. */
function entrusts({ accountability: { admin, roles } }: Desk): boolean {
  return admin || roles.includes(roleIds.head) || roles.includes(roleIds.staff);
}
