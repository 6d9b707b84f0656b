import type { EndpointConfig } from '@directus/types';
import { addAssignRoutes } from '../../server/assign/router.ts';
import { addAwardRoutes } from '../../server/awards/router.ts';
import { addContactRoutes } from '../../server/contacts/router.ts';
import { addDeskRoutes } from '../../server/desk/router.ts';
import { addDisputeRoutes } from '../../server/disputes/router.ts';
import { addFamilyRoutes } from '../../server/families/router.ts';
import { addPreviewRoutes } from '../../server/intake/preview-router.ts';
import { addIntakeRoutes } from '../../server/intake/router.ts';
import { addLifeRoutes } from '../../server/life/router.ts';
import { addMappingRoutes } from '../../server/mapping/router.ts';
import { addAudienceRoutes } from '../../server/messages/audience-router.ts';
import { addOutboxRoutes } from '../../server/messages/outbox-router.ts';
import { addRecordLetterRoutes } from '../../server/messages/record-letter-router.ts';
import { addTemplateRoutes } from '../../server/messages/templates/router.ts';
import { addFieldRoutes } from '../../server/monev/field-routes.ts';
import { addMoneyRoutes } from '../../server/monev/money-routes.ts';
import { addPeopleRoutes } from '../../server/monev/people-routes.ts';
import { addMonevRoutes } from '../../server/monev/router.ts';
import { addSessionRoutes } from '../../server/monev/session-routes.ts';
import { addPeriodStepRoutes } from '../../server/period-steps/router.ts';
import { addDayListRoutes } from '../../server/plan-day/router.ts';
import { addPlanRoutes } from '../../server/rehab/router.ts';
import { addReportRoutes } from '../../server/reports/router.ts';
import { addReviewRoutes } from '../../server/reviews/router.ts';
import { addSchemeRoutes } from '../../server/schemes/router.ts';
import { addSheetRoutes } from '../../server/sheets/router.ts';
import { addLetterRoutes } from '../../server/statements/letter-router.ts';
import { addStatementRoutes } from '../../server/statements/router.ts';

/** Everything under `/kader-jkn`: the desk of staff and kader, figures of monev, schemes, disputes, steps of a month, statements. */
const endpoint: EndpointConfig = {
  id: 'kader-jkn',
  handler: (router, context) => {
    addDeskRoutes(router, context);
    addAssignRoutes(router, context);
    addLifeRoutes(router, context);
    addPreviewRoutes(router, context);
    addIntakeRoutes(router, context);
    addMonevRoutes(router, context);
    addSessionRoutes(router, context);
    addReviewRoutes(router, context);
    addMoneyRoutes(router, context);
    addPeopleRoutes(router, context);
    addFieldRoutes(router, context);
    addAwardRoutes(router, context);
    addReportRoutes(router, context);
    addContactRoutes(router, context);
    addMappingRoutes(router, context);
    addSchemeRoutes(router, context);
    addDisputeRoutes(router, context);
    addFamilyRoutes(router, context);
    addPeriodStepRoutes(router, context);
    addStatementRoutes(router, context);
    addLetterRoutes(router, context);
    addPlanRoutes(router, context);
    addDayListRoutes(router, context);
    addSheetRoutes(router, context);
    addOutboxRoutes(router, context);
    addTemplateRoutes(router, context);
    addAudienceRoutes(router, context);
    addRecordLetterRoutes(router, context);
  },
};

export default endpoint;
