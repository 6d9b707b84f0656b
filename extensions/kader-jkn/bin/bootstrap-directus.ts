/**
 * Makes Directus's own tables and the first administrator (ADMIN_EMAIL, ADMIN_PASSWORD, ADMIN_TOKEN) in the database of
 * the environment, or brings them up to date. A process of its own: Directus reads its environment when imported.
 * Unlike `directus bootstrap` it finishes what an earlier, killed start began.
 */
import getDatabase, { isInstalled } from '@directus/api/database/index';
import migrate from '@directus/api/database/migrations/run';
import runSeed from '@directus/api/database/seeds/run';
import { createAdmin } from '@directus/api/utils/create-admin';
import { getSchema } from '@directus/api/utils/get-schema';

const database = getDatabase();
if (!(await isInstalled())) await runSeed(database);
await migrate(database, 'latest');
if (!(await database('directus_users').first())) await createAdmin(await getSchema());
await database.destroy();
process.exit(0);
