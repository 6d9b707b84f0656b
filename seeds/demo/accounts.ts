/** The people a newcomer can sign in as. They exist only with the demo, and only on a loopback address. */
import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';

export interface DemoAccount {
  role: RoleKey | 'administrator';
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  /** what to do first with it, in one line */
  purpose: string;
}

const password = 'kader-jkn-demo';

/** All but the administrator belong to the fictitious branch of today (`contoh.ts`). */
export const demoAccounts: readonly DemoAccount[] = [
  {
    role: 'administrator',
    email: 'admin@kader.example.com',
    password,
    firstName: 'Admin',
    lastName: 'Contoh',
    purpose: 'kebijakan, skema, peran, dasbor semua cabang',
  },
  {
    role: 'head',
    email: 'kepala@kader.example.com',
    password,
    firstName: 'Ratih',
    lastName: 'Kepala Penagihan',
    purpose: 'tutup bulan, peninjauan kemitraan, monev',
  },
  {
    role: 'head',
    email: 'penyetuju@kader.example.com',
    password,
    firstName: 'Dian',
    lastName: 'Kepala Cabang',
    purpose: 'setujui imbal jasa yang ditutup kepala penagihan',
  },
  {
    role: 'staff',
    email: 'staf@kader.example.com',
    password,
    firstName: 'Bima',
    lastName: 'Staf Penagihan',
    purpose: 'catat, verifikasi, dan koreksi penerimaan',
  },
  {
    role: 'telekolekting',
    email: 'tele@kader.example.com',
    password,
    firstName: 'Tari',
    lastName: 'Telekolekting',
    purpose: 'hubungi keluarga dalam jendela telekolekting',
  },
  {
    role: 'kader',
    email: 'kader@kader.example.com',
    password,
    firstName: 'Kader',
    lastName: 'Contoh',
    purpose: 'binaan dan imbal jasa sendiri',
  },
  {
    role: 'integration',
    email: 'integrasi@kader.example.com',
    password,
    firstName: 'Kanal',
    lastName: 'Pembayaran',
    purpose: 'catat pembayaran lewat API',
  },
  {
    role: 'auditor',
    email: 'auditor@kader.example.com',
    password,
    firstName: 'Auditor',
    lastName: 'Contoh',
    purpose: 'baca semua, tanpa data pribadi',
  },
];
