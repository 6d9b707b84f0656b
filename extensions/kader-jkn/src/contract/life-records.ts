/** Complaints, and the training that comes before a kader's life in the field. */
import type { DateText, FileId, Id, Moment, Tracked, UserId } from './records.ts';

export interface ComplaintCategory extends Tracked {
  code: string;
  name: string;
  kind: 'complaint' | 'information';
  /** calendar days from the day it was told */
  answer_days: number;
  note: string | null;
}

export type ComplaintStatus = 'open' | 'in_progress' | 'answered' | 'closed';

export interface Complaint extends Tracked {
  branch: Id;
  category: Id;
  status: ComplaintStatus;
  text: string;
  told_on: DateText;
  /** told_on and the days of its category, unless told otherwise */
  due_on: DateText;
  channel: 'visit' | 'whatsapp' | 'phone' | 'office' | 'letter' | 'social_media' | 'other';
  binaan: Id | null;
  reporter_name: string | null;
  reporter_phone: string | null;
  /** who received it */
  kader: Id | null;
  /** whom it is about; never readable by that kader */
  about_kader: Id | null;
  answer: string | null;
  /** by trigger, with the answer */
  answered_at: Moment | null;
  answered_by: UserId | null;
  file: FileId | null;
  /** the day on which the head was told that it is overdue */
  overdue_noticed_on: DateText | null;
  note: string | null;
}

export interface TrainingTopic extends Tracked {
  /** small letters, digits and underscores, unique: `jkn_concept` */
  code: string;
  name: string;
  sort: number | null;
  /** before the field, where the policy asks for training */
  required: boolean;
  description: string | null;
}

export interface Training extends Tracked {
  title: string;
  branch: Id;
  held_on: DateText;
  place: string | null;
  trainer: string | null;
  /** codes of training_topic */
  topics: string[];
  note: string | null;
}

export interface TrainingAttendance extends Tracked {
  training: Id;
  kader: Id;
  present: boolean;
  certificate_on: DateText | null;
  certificate: FileId | null;
  note: string | null;
}
