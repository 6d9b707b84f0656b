import type { MessageAbout } from './message-contexts.ts';
import type { FileId, Id, Moment, Tracked, UserId } from './records.ts';

export type { MessageAbout };

export const messageChannels = ['email', 'whatsapp', 'sms', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export type MessageLanguage = 'id-ID' | 'en-US';

/** new → waiting | queued | by_hand | held; queued → claimed → sending → sent | failed | unsure; sent → bounced. */
export const messageStatuses = [
  'new',
  'waiting',
  'queued',
  'by_hand',
  'held',
  'claimed',
  'sending',
  'sent',
  'failed',
  'unsure',
  'bounced',
  'cancelled',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Why a message is not sent. */
export const heldReasons = [
  'no_address',
  'address_invalid',
  'opted_out',
  'bounced',
  'muted',
  'family_gone',
  'family_limit',
  'kader_ended',
  'recipient_gone',
  'record_gone',
  'not_theirs',
  'no_template',
  'template_problem',
  'attachment_missing',
  'too_late',
  'not_prepared',
] as const;
export type HeldReason = (typeof heldReasons)[number];

export type RecipientKind = 'kader' | 'family' | 'user' | 'address';

export interface MessageAttachment {
  file: FileId;
  name: string;
}

/** One message of the outbox: queued with what causes it, prepared, sent once. */
export interface Message extends Tracked {
  branch: Id | null;
  channel: MessageChannel;
  status: MessageStatus;
  template: Id | null;
  template_key: string;
  language: MessageLanguage;
  about: MessageAbout;
  /** the record it is about, of the collection that `about` names */
  item: Id | null;
  /** what whoever queued it gave beside the record */
  data: Record<string, unknown> | null;
  recipient_kind: RecipientKind;
  /** the recipient; of a message to a family the kader who holds it and hands it over */
  kader: Id | null;
  binaan: Id | null;
  recipient_user: UserId | null;
  to_name: string | null;
  /** e-mail address, or phone number in international form without plus */
  to_address: string | null;
  /** as rendered; empty until prepared, fixed afterwards */
  subject: string | null;
  html: string | null;
  text: string | null;
  attachments: MessageAttachment[] | null;
  /** a letter's PDF */
  file: FileId | null;
  /** `flow`, `person`, `close`, `decision` … */
  cause: string;
  /** unique: the same reason queues one message */
  dedupe_key: string | null;
  batch: Id | null;
  not_before: Moment | null;
  /** after this it says nothing any more, and is held */
  not_after: Moment | null;
  held_reason: HeldReason | null;
  /** unique and the same at every attempt: `<…@host>` */
  message_id: string;
  attempts: number;
  next_at: Moment | null;
  /** which claim has it: each claim is named anew */
  claimed_by: string | null;
  claimed_at: Moment | null;
  sending_at: Moment | null;
  last_error: string | null;
  /** what the server or gateway answered, in its own words */
  server_answer: string | null;
  sent_at: Moment | null;
  /** whoever sent it by hand */
  sent_by: UserId | null;
  bounced_at: Moment | null;
  bounce_reason: string | null;
  /** who put it back or cancelled it, when and why */
  stepped_by: UserId | null;
  stepped_at: Moment | null;
  step_note: string | null;
}

export type BatchStatus = 'waiting' | 'approved' | 'declined' | 'cancelled';

/** Several messages sent together by one person; above the policy's size another head approves them. */
export interface MessageBatch extends Tracked {
  name: string;
  branch: Id | null;
  template_key: string;
  channel: MessageChannel | 'best';
  /** who it goes to: key and filter of contract/message-audiences.ts */
  audience: Record<string, unknown> | null;
  /** messages queued with it */
  size: number;
  status: BatchStatus;
  asked_by: UserId | null;
  /** null: nobody had to approve it */
  decided_by: UserId | null;
  decided_at: Moment | null;
  decision_note: string | null;
}

export type StopReason = 'asked' | 'bounced' | 'complained' | 'other';

/** Somebody who must not be written to: a family, a kader or an address, by one channel or by any. */
export interface MessageStop extends Tracked {
  /** null: by none */
  channel: MessageChannel | null;
  branch: Id | null;
  binaan: Id | null;
  kader: Id | null;
  /** e-mail address in small letters, or phone number in international form */
  address: string | null;
  reason: StopReason;
  note: string | null;
  active: boolean;
}

/** What program_policy says of messages. */
export interface MessagePolicy {
  /** of one family; null: no limit */
  messages_per_week: number | null;
  /** local hours 0..24 in which families and kader are written to; null: at any hour */
  message_hour_from: number | null;
  message_hour_to: number | null;
  /** a batch of more waits for a head; null: never */
  message_approval_above: number | null;
}

export type MessageRecipient =
  | { kind: 'kader'; kader: Id }
  | { kind: 'family'; binaan: Id }
  | { kind: 'user'; user: UserId }
  | { kind: 'address'; address: string; name: string };

/** One message to be queued. */
export interface QueueRequest {
  /** key of the message_template */
  key: string;
  /** `best`: to a kader by e-mail where there is one, else by WhatsApp; to a family by WhatsApp; to others by e-mail */
  channel: MessageChannel | 'best';
  about: MessageAbout;
  item: Id | null;
  /** null: that of the recipient, or none */
  branch: Id | null;
  recipient: MessageRecipient;
  /** default id-ID */
  language?: MessageLanguage;
  data?: Record<string, unknown>;
  attach?: readonly MessageAttachment[];
  cause: string;
  dedupe?: string;
  notBefore?: Moment;
  notAfter?: Moment;
}

export interface Queued {
  queued: Id[];
  /** requests whose dedupe key was there already */
  repeated: number;
}

export type TemplateChannel = 'email' | 'letter' | 'whatsapp';
export type TemplateLanguage = MessageLanguage;
/** The document that goes with an e-mail; `letter`: the letter of the same key. */
export type TemplateAttachment = 'statement' | 'decision_letter' | 'certificate' | 'letter';

/** How a message is worded: Handlebars, in the markup of docs/letters.md, of the fields in message-contexts.ts alone. */
export interface MessageTemplate extends Tracked {
  /** small letters and underscores: `arrears_reminder`; unique of the active ones with channel, language and branch */
  key: string;
  name: string;
  /** null: of every branch; the branch's own goes first */
  branch: Id | null;
  about: MessageAbout;
  /** whatsapp: any plain text, SMS too */
  channel: TemplateChannel;
  language: TemplateLanguage;
  /** e-mail's subject, letter's title */
  subject: string | null;
  /** e-mail and letter */
  html: string | null;
  /** whatsapp; of an e-mail its plain part, null: made from html */
  text: string | null;
  attachment: TemplateAttachment | null;
  status: 'active' | 'archived';
  note: string | null;
}
