/**
 * What few open, in a file of its own (`dist/work-pages.js`): the pages of the module, and the part of a form in which templates
 * are worded. It is loaded with the first of them.
 */
export { default as TemplateBody } from '../interfaces/kader-template-body/interface.vue';
export { pages } from '../modules/kader-work/pages.ts';
