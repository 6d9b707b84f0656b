/** What monev keeps of closed months. */
import type { Id, MonthText, Tracked } from './records.ts';

/** Contacts and promises of a kader (null: of officers) in a closed month. */
export interface MonevMonth extends Tracked {
  branch: Id;
  month: MonthText;
  kader: Id | null;
  contacts: number;
  /** days with a contact */
  contact_days: number;
  /** distinct families a day, summed over days; by channel a family counts once in each */
  family_days: number;
  visit_families: number;
  whatsapp_families: number;
  phone_families: number;
  education_contacts: number;
  /** contacts by outcome */
  outcomes: Readonly<Record<string, number>>;
  /** promises whose day lies in the month, as they were judged when it was closed */
  promises_due: number;
  promises_kept: number;
  promises_broken: number;
  promises_open: number;
}

export type ReachStage = 'contacted' | 'visited' | 'promised' | 'paid';
export type ReachPart = 'whole' | 'kader' | 'area' | 'nobody';

/** Families reached in a closed month, by the newest earlier month in which the same people had reached them. */
export interface MonevReach extends Tracked {
  branch: Id;
  month: MonthText;
  stage: ReachStage;
  part: ReachPart;
  kader: Id | null;
  /** kecamatan or kabupaten of the kader */
  area: Id | null;
  previous: MonthText | null;
  families: number;
}
