/** A programme of the demo before it has ids: what the loader (`load.ts`) puts in through the use cases. */
import type {
  Activity,
  ArrearsSnapshot,
  Branch,
  CommissionRule,
  CommissionScheme,
  DateText,
  DuesClass,
  DuesCollection,
  Kader,
  KaderEvent,
  Moment,
  MonthText,
  ProgramPolicy,
  StatementLine,
  Target,
} from '../../extensions/kader-jkn/src/contract/records.ts';

type Draft<T, Left extends keyof T = never> = Partial<Omit<T, 'id' | Left>>;

export interface DemoScheme extends Draft<CommissionScheme, 'branch' | 'rules'> {
  name: string;
  effective_from: DateText;
  rules: Draft<CommissionRule, 'scheme'>[];
}

/** Area by official code; kader by its place in `DemoProgramme.kader`. */
export interface DemoTarget extends Draft<Target, 'branch' | 'area' | 'kader'> {
  area?: string;
}

export interface DemoSnapshot extends Draft<ArrearsSnapshot, 'branch' | 'area'> {
  area?: string;
}

export interface DemoEvent extends Draft<KaderEvent, 'kader'> {
  kind: KaderEvent['kind'];
  on_date: DateText;
}

export interface DemoKader extends Draft<Kader, 'branch' | 'district' | 'code'> {
  name: string;
  /** code of the kecamatan */
  district: string;
  /** codes of the desa binaan, in that kecamatan */
  villages: string[];
  /** day from which the desa are held */
  from: DateText;
  events: DemoEvent[];
}

export interface DemoFamily {
  /** place in `DemoProgramme.kader`; null: nobody holds it */
  kader: number | null;
  head_name: string;
  members: number;
  class: DuesClass;
  /** code of the desa */
  village: string;
  address: string;
  listed_months: number;
  listed_amount: number;
  listed_as_of: DateText;
  /** first day with its kader; none: the day of its list */
  held_from?: DateText;
  source?: 'list' | 'outside_list';
}

export interface DemoPayment {
  /** place in `DemoProgramme.families` */
  family: number;
  amount: number;
  paid_at: Moment;
  kind?: DuesCollection['kind'];
  channel: DuesCollection['channel'];
  by: 'staff' | 'kader' | 'integration';
  /** recorded, and left for somebody to verify */
  unverified?: boolean;
}

export interface DemoActivity extends Draft<Activity, 'branch' | 'binaan' | 'kader' | 'officer'> {
  family: number;
  /** the holder of the family did it, or a telekolekting officer */
  by: 'kader' | 'officer';
  at: Moment;
  channel: Activity['channel'];
  outcome: Activity['outcome'];
}

/** A question of the kader who signs in; the head has answered it where a correction is given. */
export interface DemoDispute {
  /** month of the statement */
  month: MonthText;
  line_kind: StatementLine['kind'];
  question: string;
  accepted?: { answer: string; amount: number };
}

export interface DemoProgramme {
  /** stands in the identity numbers of its families */
  number: number;
  branch: Draft<Branch> & Pick<Branch, 'code' | 'name' | 'timezone' | 'first_month'>;
  /** codes of the regencies the branch serves */
  regencies: string[];
  policies: (Draft<ProgramPolicy, 'branch'> & Pick<ProgramPolicy, 'name' | 'effective_from'>)[];
  schemes: DemoScheme[];
  targets: DemoTarget[];
  snapshots: DemoSnapshot[];
  kader: DemoKader[];
  families: DemoFamily[];
  payments: DemoPayment[];
  activities: DemoActivity[];
  /** months to close, in order */
  closes: MonthText[];
  disputes?: DemoDispute[];
}
