import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { keepUp } from '../../server/keep-up.ts';

/** Every hour, a little after it: somewhere in Indonesia a day may just have begun. */
const hourly = '7 * * * *';

/** The new month's row and what fell due, without anybody asking. */
export function registerSchedule({ schedule }: RegisterFunctions, context: HookExtensionContext): void {
  const { database, logger, getSchema } = context;
  schedule(hourly, async () => {
    const schema = await getSchema();
    if (schema.collections['period']?.fields['commission_total'] === undefined) return;
    try {
      const kept = await keepUp(database, new Date());
      logger.info(kept, 'Kader JKN: months and arrears are up to date');
    } catch (error) {
      logger.error(error, 'Kader JKN: months and arrears could not be brought up to date');
    }
  });
}
