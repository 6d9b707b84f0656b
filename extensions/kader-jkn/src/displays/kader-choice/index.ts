import type { DisplayConfig } from '@directus/extensions';
import type { Choice } from './choice.ts';
import ChoiceDisplay from './display.vue';

/** Shows a choice as its colour and its words, cut short in a narrow column where Directus's own chip would vanish. */
const display: DisplayConfig = {
  id: 'kader-choice',
  name: 'Pilihan · Choice',
  icon: 'flag',
  description: 'Warna dan kata sebuah pilihan · The colour and words of a choice',
  component: ChoiceDisplay,
  handler: (value, options) => {
    const choices: Choice[] = options?.['choices'] ?? [];
    return choices.find((one) => one.value === value)?.text ?? value;
  },
  types: ['string', 'integer'],
  options: [
    {
      field: 'choices',
      name: '$t:choices',
      type: 'json',
      meta: {
        interface: 'list',
        width: 'full',
        options: {
          template: '{{text}}',
          fields: [
            { field: 'text', name: '$t:text', type: 'string', meta: { interface: 'input', width: 'half' } },
            { field: 'value', name: '$t:value', type: 'string', meta: { interface: 'input', width: 'half' } },
            { field: 'color', name: '$t:color', type: 'string', meta: { interface: 'select-color', width: 'half' } },
          ],
        },
      },
    },
  ],
};

export default display;
