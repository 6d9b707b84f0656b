import { messageAbouts, messageAboutWords } from '../extensions/kader-jkn/src/contract/message-contexts.ts';
import { choice, colour, defineCollection, longText, m2o, presentation, remark, section, text } from './define.ts';

const isMail = { channel: { _eq: 'email' } };
const hasTitle = { channel: { _in: ['email', 'letter'] } };
const isPlain = { channel: { _eq: 'whatsapp' } };

/** How a message is worded. The editor in the form writes its bodies; what it may tell is in contract/message-contexts.ts. */
export const messageTemplate = defineCollection('message_template', {
  label: ['Templat pesan', 'Message templates'],
  note: [
    'Kata-kata surel, surat, dan pesan WhatsApp. Templat cabang dipakai lebih dahulu daripada templat semua cabang.',
    "The words of e-mails, letters and WhatsApp messages. A branch's own go before those of all branches.",
  ],
  icon: 'stylus_note',
  folder: 'jkn_pesan',
  sort: 4,
  template: '{{name}}',
  copied: ['key', 'name', 'about', 'channel', 'language', 'subject', 'html', 'text', 'attachment', 'note'],
  archive: { field: 'status', archived: 'archived', active: 'active' },
  fields: [
    text('name', ['Nama', 'Name'], { required: true, length: 80 }),
    text('key', ['Kunci', 'Key'], {
      required: true,
      length: 64,
      font: 'monospace',
      pattern: '^[a-z][a-z_0-9]*$',
      message: [
        'Isi huruf kecil, angka, dan garis bawah, misalnya arrears_reminder.',
        'Use small letters, digits and underscores, for example arrears_reminder.',
      ],
      note: [
        'Alur dan tombol kirim memilih templat dengan kunci ini.',
        'Flows and the page of messages choose a template by this key.',
      ],
    }),
    choice(
      'channel',
      ['Saluran', 'Channel'],
      [
        { value: 'email', label: ['Surel', 'E-mail'], icon: 'mail', color: colour.blue },
        { value: 'letter', label: ['Surat (PDF)', 'Letter (PDF)'], icon: 'description', color: colour.grey },
        { value: 'whatsapp', label: ['WhatsApp atau SMS', 'WhatsApp or SMS'], icon: 'chat', color: colour.pale },
      ],
      { required: true, default: 'email' },
    ),
    choice(
      'about',
      ['Tentang', 'About'],
      messageAbouts.map((value) => ({ value, label: messageAboutWords[value] })),
      {
        required: true,
        note: ['Menentukan data yang dapat ditulis dalam templat.', 'Decides which data the template can write.'],
      },
    ),
    // written by the editor below, which shows what is wrong and how it will look
    text('subject', ['Subjek atau judul surat', 'Subject, or title of the letter'], {
      length: 400,
      hidden: true,
      requiredWhen: hasTitle,
    }),
    longText('html', ['Isi surel atau surat', 'Body of the e-mail or letter'], {
      hidden: true,
      requiredWhen: hasTitle,
    }),
    longText('text', ['Teks', 'Text'], { hidden: true, requiredWhen: isPlain }),
    presentation('template_body', ['Isi templat', 'Body of the template'], 'kader-template-body', { width: 'fill' }),
    section(
      'settings',
      ['Bahasa, cabang, dan lampiran', 'Language, branch and attachment'],
      { icon: 'tune', closed: true },
      [
        choice(
          'language',
          ['Bahasa', 'Language'],
          [
            { value: 'id-ID', label: ['Indonesia', 'Indonesian'] },
            { value: 'en-US', label: ['Inggris', 'English'] },
          ],
          { required: true, default: 'id-ID' },
        ),
        choice(
          'status',
          ['Status', 'Status'],
          [
            { value: 'active', label: ['Dipakai', 'In use'], color: colour.blue },
            { value: 'archived', label: ['Tidak dipakai', 'Not in use'], color: colour.grey },
          ],
          { required: true, default: 'active' },
        ),
        m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
          template: '{{name}}',
          note: ['Kosong: untuk semua cabang.', 'Empty: of all branches.'],
        }),
        choice(
          'attachment',
          ['Lampiran', 'Attachment'],
          [
            { value: 'statement', label: ['Rincian imbal jasa', 'Statement'] },
            { value: 'decision_letter', label: ['Surat keputusan', 'Decision letter'] },
            { value: 'certificate', label: ['Piagam penghargaan', 'Certificate'] },
            { value: 'letter', label: ['Surat dengan kunci yang sama', 'The letter of the same key'] },
          ],
          { shownWhen: isMail },
        ),
      ],
    ),
    remark(),
  ],
  indexes: { branch: '(branch) where branch is not null' },
  uniques: {
    words: "(key, channel, language, coalesce(branch, 0)) where status = 'active'",
  },
  checks: {
    subject: "subject !~ '[[:cntrl:]]' and (channel = 'whatsapp' or btrim(coalesce(subject, '')) <> '')",
    html: "char_length(html) <= 20000 and (channel = 'whatsapp' or btrim(coalesce(html, '')) <> '')",
    text: "char_length(text) <= 20000 and (channel <> 'whatsapp' or btrim(coalesce(text, '')) <> '')",
  },
});
