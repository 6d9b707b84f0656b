/** What is said when something is refused; the texts may hold {placeholders} filled from the error's extensions. */
export interface Refusal {
  status: 400 | 403 | 404 | 409 | 422 | 503;
  /** the field that it is about; null: none alone */
  field: string | null;
  /** Indonesian */
  id: string;
  /** English */
  en: string;
}
