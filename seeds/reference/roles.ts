import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';

export interface RoleDefinition {
  name: string;
  icon: string;
  description: string;
  /** whether the role signs in to the app, or only uses the API */
  app: boolean;
}

/** The roles of a branch and of those around it; administrators are Directus's own. */
export const roles: Readonly<Record<RoleKey, RoleDefinition>> = {
  head: {
    name: 'Kepala Penagihan',
    icon: 'supervisor_account',
    description: 'Menutup bulan, memutuskan peninjauan, dan mengelola kader di cabangnya.',
    app: true,
  },
  staff: {
    name: 'Staf Penagihan',
    icon: 'badge',
    description: 'Mencatat dan memverifikasi penerimaan serta mengelola binaan di cabangnya.',
    app: true,
  },
  telekolekting: {
    name: 'Telekolekting',
    icon: 'support_agent',
    description: 'Menghubungi keluarga dalam jangkauannya; tidak melihat imbal jasa.',
    app: true,
  },
  kader: {
    name: 'Kader',
    icon: 'person_pin_circle',
    description: 'Melihat binaan dan imbal jasanya sendiri serta mencatat pembayaran binaannya.',
    app: true,
  },
  integration: {
    name: 'Integrasi',
    icon: 'sync_alt',
    description: 'Mengirim penerimaan lewat API dan membaca kembali kirimannya sendiri.',
    app: false,
  },
  auditor: {
    name: 'Auditor',
    icon: 'policy',
    description: 'Membaca pembukuan semua cabang tanpa data pribadi; tidak mengubah apa pun.',
    app: true,
  },
};
