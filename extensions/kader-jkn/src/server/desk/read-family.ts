import type { FamilyCard, HolderCard } from '../../contract/desk.ts';
import type { Binaan, Id, TimeZone } from '../../contract/records.ts';
import { mixedOf } from '../../core/dues.ts';
import { refusal } from '../errors.ts';
import { type Desk, visibleRecord } from './desk.ts';
import { masked } from './mask.ts';

/**
 * A family as the person who records its payment needs to see it, with the caller's own rights. Refused with
 * KADER_BINAAN_UNKNOWN where it is not there, or not the caller's.
 */
export async function readFamily(
  desk: Desk,
  id: Id,
): Promise<{ family: FamilyCard; presentKader: Id | null; timezone: TimeZone }> {
  const found = await visibleRecord(desk, 'binaan', id, ['*']);
  const branch = found && (await visibleRecord(desk, 'branch', found['branch'], ['timezone']));
  if (!found || !branch) throw refusal('KADER_BINAAN_UNKNOWN');
  const area = found['area'] ? await visibleRecord(desk, 'area', found['area'], ['name']) : null;
  return {
    timezone: branch['timezone'],
    presentKader: found['kader'] ?? null,
    family: {
      id,
      head_name: found['head_name'],
      kk_masked: found['kk_number'] ? masked(found['kk_number']) : null,
      members: found['members'],
      class: found['class'],
      mixed: mixedOf(found as Binaan),
      area: area?.['name'] ?? null,
      owed_months: found['owed_months'],
      owed_amount: found['owed_amount'],
      listed_as_of: found['listed_as_of'],
    },
  };
}

/** Elevated: the name and code of who is credited are part of what the recorder is told, also where it is somebody else. */
export async function holderCard(desk: Desk, kader: Id | null): Promise<HolderCard | null> {
  if (kader === null) return null;
  return (await desk.knex('kader').where({ id: kader }).first<HolderCard>('code', 'name')) ?? null;
}
