/** The mail library, in a file of its own (`dist/mail.js`) that is loaded when the first mail goes. */
export type { Mailer, MailOutcome, OutgoingMail } from './mailer.ts';
export { openMailer } from './open-mailer.ts';
