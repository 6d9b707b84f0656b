import { type DemoAccount, demoAccounts } from '../../../seeds/demo/accounts.ts';

/** The administrator that a start without the demo makes. */
export interface Administrator {
  email: string;
  /** null: the user chose it (ADMIN_PASSWORD) */
  password: string | null;
}

function accountLines(accounts: readonly DemoAccount[]): string[] {
  const width = (text: (account: DemoAccount) => string) =>
    Math.max(...accounts.map((account) => text(account).length));
  const role = width((account) => account.role);
  const email = width((account) => account.email);
  return accounts.map(
    (account) =>
      `    ${account.role.padEnd(role)}  ${account.email.padEnd(email)}  ${account.password}  ${account.purpose}`,
  );
}

/** The block that ends a start: where to go, who to be, where to click first. */
export function welcome(url: string, demoEmails: readonly string[], administrator: Administrator | null): string {
  const accounts = demoAccounts.filter((account) => demoEmails.includes(account.email));
  const lines = ['', `  Kader JKN   ${url}`, ''];
  if (accounts.length > 0) {
    lines.push('  Demo accounts (role, e-mail, password):', ...accountLines(accounts), '');
  }
  if (administrator) {
    const password = administrator.password ?? '(the ADMIN_PASSWORD you chose)';
    lines.push(`  Administrator   ${administrator.email}   ${password}`, '');
  }
  if (accounts.length > 0) {
    lines.push(
      '  Where to click first:',
      '    1. Sign in as the staff account, open Iuran › Penerimaan and record a payment of a family.',
      '    2. As the head, open Iuran › Bulan buku, choose last month and press "Tutup bulan"; the second head approves it.',
      '    3. As the head, open Insights › Monev.',
      '',
    );
  } else {
    lines.push(
      '  Where to click first:',
      '    1. Sign in as the administrator, open Organisasi › Kantor cabang and make your branch.',
      '    2. Then Kebijakan program and Skema imbal jasa, and Users for your staff.',
      '',
    );
  }
  return lines.join('\n');
}
