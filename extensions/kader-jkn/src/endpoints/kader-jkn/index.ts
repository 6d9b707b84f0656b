import type { EndpointConfig } from '@directus/types';
import { addDeskRoutes } from '../../server/desk/router.ts';
import { addMonevRoutes } from '../../server/monev/router.ts';

/** Everything under `/kader-jkn`: the desk of staff and kader, and the figures of monev. */
const endpoint: EndpointConfig = {
  id: 'kader-jkn',
  handler: (router, context) => {
    addDeskRoutes(router, context);
    addMonevRoutes(router, context);
  },
};

export default endpoint;
