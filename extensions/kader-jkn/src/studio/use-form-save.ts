/**
 * Saves the open form and stays. Directus gives interfaces no way to ask for that, but its forms listen to Ctrl+S on the page:
 * this presses it. What the form says of the outcome (an error at a field, the new record) is Directus's own.
 */
export function useFormSave(): () => void {
  return () => {
    for (const key of ['Control', 's']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key }));
    document.body.dispatchEvent(new KeyboardEvent('keyup', { key: 's' }));
  };
}
