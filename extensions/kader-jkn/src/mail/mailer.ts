/** One e-mail to one recipient, made and complete. */
export interface OutgoingMail {
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: string | null;
  /** the same at every attempt: `<…@host>` */
  messageId: string;
  date: Date;
  subject: string;
  text: string;
  html: string | null;
  attachments: { filename: string; contentType: string; content: Buffer }[];
}

/** `troubled`: the server cannot be spoken to at all, so that others need not be tried now. */
export type MailOutcome =
  | { kind: 'sent'; answer: string }
  | { kind: 'refused'; error: string }
  | { kind: 'later'; error: string; troubled: boolean }
  | { kind: 'unsure'; error: string }
  /** the lease was lost before anything left */
  | { kind: 'lost' };

export interface Mailer {
  /**
   * Sends one mail. `begin` is asked after the server has taken the recipient and before the first byte of the message
   * leaves: false, and nothing does.
   */
  send(mail: OutgoingMail, begin: () => Promise<boolean>): Promise<MailOutcome>;
  close(): void;
}
