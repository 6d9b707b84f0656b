import type { EndpointConfig } from '@directus/types';
import { addDeskRoutes } from '../../server/desk/router.ts';
import { addDisputeRoutes } from '../../server/disputes/router.ts';
import { addMonevRoutes } from '../../server/monev/router.ts';
import { addPeriodStepRoutes } from '../../server/period-steps/router.ts';
import { addSchemeRoutes } from '../../server/schemes/router.ts';
import { addLetterRoutes } from '../../server/statements/letter-router.ts';
import { addStatementRoutes } from '../../server/statements/router.ts';

/** Everything under `/kader-jkn`: the desk of staff and kader, figures of monev, schemes, disputes, steps of a month, statements. */
const endpoint: EndpointConfig = {
  id: 'kader-jkn',
  handler: (router, context) => {
    addDeskRoutes(router, context);
    addMonevRoutes(router, context);
    addSchemeRoutes(router, context);
    addDisputeRoutes(router, context);
    addPeriodStepRoutes(router, context);
    addStatementRoutes(router, context);
    addLetterRoutes(router, context);
  },
};

export default endpoint;
