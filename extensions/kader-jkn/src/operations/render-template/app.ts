import type { OperationAppConfig } from '@directus/types';
import {
  onPage,
  outputNotice,
  pressedRecord,
  recordOption,
  textOption,
  toldShort,
  wayOption,
} from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: which template, for which record. */
const operation: OperationAppConfig = {
  id: 'kader-render-template',
  name: bothLanguages(['Tulis templat', 'Render a template']),
  icon: 'edit_note',
  description: bothLanguages([
    'Menulis templat pesan untuk satu rekaman dan menyerahkan teksnya ke langkah berikut, tanpa mengirim apa pun',
    'Writes a message template for one record and hands its words to the next step; sends nothing',
  ]),
  overview: ({ template, item }) => [
    { label: onPage(['Templat', 'Template']), text: toldShort(template) },
    { label: onPage(['Rekaman', 'Record']), text: toldShort(item, pressedRecord) },
  ],
  options: () => [
    recordOption('template', ['Templat', 'Template'], {
      collection: 'message_template',
      template: '{{name}} · {{channel}} · {{language}}',
      filter: { status: { _eq: 'active' } },
      required: true,
      note: [
        'Dari alur: nomor templat, atau kuncinya seperti arrears_reminder. Templat cabang rekaman itu didahulukan dari yang nasional.',
        "From the flow: the id of a template, or its key such as arrears_reminder. The template of the record's branch goes before the national one.",
      ],
    }),
    textOption(
      'item',
      ['Tentang rekaman', 'About the record'],
      [
        'Nomor rekaman yang dibicarakan templatnya: keluarga, pembayaran, imbal jasa, dan seterusnya. Kosong: yang tombolnya ditekan. Pelaksana alur harus boleh membacanya.',
        'Id of the record that the template is about: a family, a payment, a statement and so on. Empty: the one whose button was pressed. Whoever runs the flow must be able to read it.',
      ],
      pressedRecord,
      'full',
    ),
    wayOption(
      'channel',
      ['Saluran', 'Channel'],
      [
        { text: ['Surel', 'E-mail'], value: 'email' },
        { text: ['WhatsApp', 'WhatsApp'], value: 'whatsapp' },
        { text: ['Surat', 'Letter'], value: 'letter' },
      ],
      ['Hanya bila templatnya disebut dengan kunci.', 'Only where the template is told by its key.'],
    ),
    wayOption(
      'language',
      ['Bahasa', 'Language'],
      [
        { text: ['Indonesia', 'Indonesian'], value: 'id-ID' },
        { text: ['Inggris', 'English'], value: 'en-US' },
      ],
      ['Hanya bila templatnya disebut dengan kunci.', 'Only where the template is told by its key.'],
    ),
    textOption(
      'title',
      ['Judul pemberitahuan', 'Title of the notice'],
      ['Hanya untuk templat tentang pemberitahuan.', 'For templates about a notice alone.'],
    ),
    textOption(
      'text',
      ['Isi pemberitahuan', 'Text of the notice'],
      ['Hanya untuk templat tentang pemberitahuan.', 'For templates about a notice alone.'],
    ),
    textOption(
      'lines',
      ['Baris pemberitahuan', 'Lines of the notice'],
      ['Satu per baris, biasanya dari langkah sebelumnya.', 'One a line, usually of an earlier step.'],
      '{{audit.text}}',
    ),
    recordOption('kader', ['Kader yang diundang', 'Kader who is invited'], {
      collection: 'kader',
      template: '{{name}} · {{code}}',
      width: 'half',
      note: ['Hanya untuk undangan rapat monev.', 'For invitations to a monev session alone.'],
    }),
    outputNotice('template, key, about, channel, language, subject, html, text', [
      'Untuk langkah berikut',
      'For the next step',
    ]),
  ],
};

export default operation;
