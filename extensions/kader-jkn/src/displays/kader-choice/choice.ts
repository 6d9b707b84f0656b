/** One choice of a field, as the field's options list it. */
export interface Choice {
  value: string | number;
  text: string;
  color?: string | null;
}
