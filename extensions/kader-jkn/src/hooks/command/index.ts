import type { HookConfig } from '@directus/extensions';
import { addCommands, type CommanderCommand } from '../../server/install/commands.ts';
import type { DirectusServices } from '../../server/install/context.ts';

/** Adds `directus kader-jkn …` to the command line of Directus. */
const registerCommands: HookConfig = ({ init }, { database, services, getSchema, env }) => {
  init('cli.before', ({ program }) => {
    addCommands(program as CommanderCommand, {
      knex: database,
      services: services as unknown as DirectusServices,
      getSchema,
      env,
    });
  });
};

export default registerCommands;
