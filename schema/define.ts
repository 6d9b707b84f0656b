/** Small typed builders for the data model: what a field is called, how it is kept, and how a form shows it. */

export * from './define/collection.ts';
export * from './define/colour.ts';
export * from './define/forms.ts';
export * from './define/history.ts';
export * from './define/links.ts';
export { type Choice, type FieldNode, type FieldOptions, saved } from './define/node.ts';
export * from './define/values.ts';
