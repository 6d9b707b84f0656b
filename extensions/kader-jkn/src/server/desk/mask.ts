/** A card or account number down to its last four digits: `••••••••••••0012`. */
export function masked(number: string): string {
  return number.replace(/.(?=.{4})/g, '•');
}
