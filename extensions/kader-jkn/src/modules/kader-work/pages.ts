import type { Component } from 'vue';
import type { CollectionName } from '../../contract/records.ts';
import type { Text } from '../../studio/text.ts';
import Duplicates from './ganda/page.vue';
import { help as duplicatesHelp, label as duplicatesLabel } from './ganda/texts.ts';
import Today from './hari-ini/page.vue';
import { texts as todayTexts } from './hari-ini/texts.ts';
import Sheet from './lembar/page.vue';
import { texts as sheetTexts } from './lembar/texts.ts';
import Monev from './monev/page.vue';
import { help as monevHelp, label as monevLabel } from './monev/texts.ts';
import Sharing from './pembagian/page.vue';
import { help as sharingHelp } from './pembagian/texts.ts';
import Mapping from './pemetaan/page.vue';
import { help as mappingHelp } from './pemetaan/texts.ts';
import Messages from './pesan/page.vue';
import { help as messagesHelp, label as messagesLabel } from './pesan/texts.ts';

/** One page of the module. */
export interface WorkPage {
  /** its part of the address: `/kader-work/lembar` */
  path: string;
  icon: string;
  label: Text;
  /** what it is for and how it is used, beside the page */
  help: Text;
  /** who sees it in the navigation: whoever may do all of this; the endpoints decide again */
  needs: readonly { collectionName: CollectionName; action: 'create' | 'read' | 'update' }[];
  component: Component;
}

/** Who goes from door to door, or keys in what was done there. */
const fieldWork: WorkPage['needs'] = [
  { collectionName: 'activity', action: 'create' },
  { collectionName: 'collection', action: 'create' },
];

/** In the order of a day's work. */
export const pages: readonly WorkPage[] = [
  {
    path: 'hari-ini',
    icon: 'today',
    label: todayTexts.label,
    help: todayTexts.help,
    needs: fieldWork,
    component: Today,
  },
  {
    path: 'lembar',
    icon: 'edit_note',
    label: sheetTexts.label,
    help: sheetTexts.help,
    needs: fieldWork,
    component: Sheet,
  },
  {
    path: 'pemetaan',
    icon: 'fact_check',
    label: ['Pemetaan', 'Mapping'],
    help: mappingHelp,
    needs: [{ collectionName: 'family_check', action: 'create' }],
    component: Mapping,
  },
  {
    path: 'pembagian',
    icon: 'assignment_ind',
    label: ['Pembagian keluarga', 'Sharing families'],
    help: sharingHelp,
    needs: [{ collectionName: 'assignment', action: 'create' }],
    component: Sharing,
  },
  {
    path: 'ganda',
    icon: 'join_inner',
    label: duplicatesLabel,
    help: duplicatesHelp,
    needs: [
      { collectionName: 'family_duplicate', action: 'read' },
      { collectionName: 'binaan', action: 'update' },
    ],
    component: Duplicates,
  },
  {
    path: 'monev',
    icon: 'co_present',
    label: monevLabel,
    help: monevHelp,
    needs: [{ collectionName: 'monev_session', action: 'update' }],
    component: Monev,
  },
  {
    path: 'pesan',
    icon: 'outbox',
    label: messagesLabel,
    help: messagesHelp,
    // who sends, and who hands over: an auditor reads the records
    needs: [
      { collectionName: 'message', action: 'read' },
      { collectionName: 'message_stop', action: 'create' },
    ],
    component: Messages,
  },
];
